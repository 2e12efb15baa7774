namespace Crm.Platform.Importing;

/// <summary>A choice that is the caller's: what to do with rows of a certain kind.</summary>
/// <param name="Key">camelCase name, e.g. <c>onMissingCustomer</c>.</param>
/// <param name="Values">The allowed answers; empty when any short text is one. The first is taken when nothing is said.</param>
/// <param name="Meaning">One sentence for the person who imports.</param>
public sealed record ImportPolicy(string Key, IReadOnlyList<string> Values, string Meaning)
{
    public string Default => Values.Count > 0 ? Values[0] : "";
}
