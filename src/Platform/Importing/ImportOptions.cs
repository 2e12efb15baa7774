namespace Crm.Platform.Importing;

/// <summary>What is asked of an import.</summary>
public sealed record ImportOptions
{
    /// <summary>A file stored before, by <c>POST /import-files</c> or by a preview. Left out when the file comes with the call.</summary>
    public Guid? FileId { get; init; }

    /// <summary>Name of the outside system that the rows' external ids belong to; at most 50 characters.</summary>
    public string ExternalSource { get; init; } = "import";

    /// <summary>Does everything, says what it would have done, and keeps none of it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Null to find out.</summary>
    public string? Encoding { get; init; }

    /// <summary>One character; null to find out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Null takes the mapping that the column names suggest.</summary>
    public ImportMapping? Mapping { get; init; }

    /// <summary>The caller's choices; see the preview's <c>policies</c>.</summary>
    public IReadOnlyDictionary<string, string> Policies { get; init; } = new Dictionary<string, string>();

    internal Outcome<Nothing> Check(IImport import)
    {
        var errors = new Dictionary<string, string[]>();
        if (ExternalSource.Length is 0 or > 50 || ExternalSource.Any(char.IsControl))
            errors["externalSource"] = ["1 to 50 characters."];
        if (Delimiter is { Length: not 1 }) errors["delimiter"] = ["One character."];
        if (Mapping is { } mapping)
        {
            // What JSON leaves null inside a dictionary no annotation refuses.
            foreach (var (name, said) in new[] { ("columns", mapping.Columns), ("constants", mapping.Constants), ("templates", mapping.Templates) })
                foreach (var (key, _) in said.Where(pair => pair.Value is null)) errors[$"mapping.{name}.{key}"] = ["Is null."];
            foreach (var (key, map) in mapping.Values)
                if (map is null || map.Values.Any(meant => meant is null)) errors[$"mapping.values.{key}"] = ["Is null, or means null."];
        }
        foreach (var (key, value) in Policies)
        {
            var policy = import.Policies.FirstOrDefault(p => p.Key == key);
            if (policy is null) errors[$"policies.{key}"] = [$"There is no such choice. There are {string.Join(", ", import.Policies.Select(p => p.Key))}."];
            else if (value is null) errors[$"policies.{key}"] = ["Is null."];
            else if (policy.Values.Count > 0 && !policy.Values.Contains(value)) errors[$"policies.{key}"] = [$"One of {string.Join(", ", policy.Values)}."];
            else if (value.Length > 200) errors[$"policies.{key}"] = ["At most 200 characters."];
        }
        return errors.Count == 0 ? Nothing.Value : Refusal.Fields("import/options-invalid", errors);
    }
}
