using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>A custom field as values are read and shown by it; never changed.</summary>
public sealed class FieldDefinition
{
    readonly Lazy<Regex?> _pattern;

    internal FieldDefinition(CustomField row, ChoiceList? choices)
    {
        Id = row.Id;
        Resource = row.Resource;
        Key = row.Key;
        Type = row.Type;
        LabelEn = row.LabelEn;
        LabelZh = row.LabelZh;
        HelpEn = row.HelpEn;
        HelpZh = row.HelpZh;
        Required = row.Required;
        Unique = row.Unique;
        Personal = row.Personal;
        Retired = row.ArchivedAt is not null;
        Rules = ReadRules(row.Rules);
        Default = row.DefaultValue is { } value ? JsonDocument.Parse(value).RootElement.Clone() : null;
        Choices = choices;
        Access = ReadAccess(row.Access);
        _pattern = new Lazy<Regex?>(() => Rules.Pattern is { } pattern ? FieldRules.Compile(pattern) : null);
    }

    public Guid Id { get; }

    public string Resource { get; }

    public string Key { get; }

    public CustomFieldType Type { get; }

    public string LabelEn { get; }

    public string LabelZh { get; }

    public string? HelpEn { get; }

    public string? HelpZh { get; }

    public bool Required { get; }

    public bool Unique { get; }

    public bool Personal { get; }

    public bool Retired { get; }

    public FieldRules Rules { get; }

    public JsonElement? Default { get; }

    public ChoiceList? Choices { get; }

    /// <summary>The roles that have less than full access.</summary>
    public IReadOnlyDictionary<string, FieldAccess> Access { get; }

    /// <summary>How it is named in requests, refusals and files.</summary>
    public string Path => PathOf(Key);

    internal Regex? Pattern => _pattern.Value;

    public static string PathOf(string key) => $"custom.{key}";

    public string Label(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? LabelZh : LabelEn;

    /// <summary>The most that one of the roles may do with it. Who is not asked for roles, the system itself, may do all.</summary>
    public FieldAccess AccessOf(IReadOnlyCollection<string>? roles)
    {
        if (roles is null || Access.Count == 0) return FieldAccess.Write;
        var most = FieldAccess.Hidden;
        foreach (var role in roles)
        {
            var access = Access.TryGetValue(role, out var limited) ? limited : FieldAccess.Write;
            if (access > most) most = access;
        }
        return most;
    }

    internal static FieldRules ReadRules(string? json) => json is null ? new FieldRules() : JsonSerializer.Deserialize<FieldRules>(json, StoredJson.Options)!;

    internal static Dictionary<string, FieldAccess> ReadAccess(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, FieldAccess>>(json, StoredJson.Options)!;
}
