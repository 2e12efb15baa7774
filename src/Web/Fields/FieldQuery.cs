using System.Globalization;

namespace Crm.Web.Fields;

/// <summary>
/// Custom filters and columns as the address has them: <c>custom.key[op]</c> as the API takes it, and <c>columns=key,key</c>. So a link that
/// was sent shows the same list.
/// </summary>
public sealed class FieldQuery
{
    private const string Prefix = "custom.";

    public static readonly FieldQuery None = new("");

    public FieldQuery(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        if (question < 0) return;
        foreach (var pair in address[(question + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length < 2) continue;
            var (name, value) = (Plain(parts[0]), Plain(parts[1]));
            if (value.Length == 0) continue;
            if (name.StartsWith(Prefix, StringComparison.Ordinal)) Filters[name] = value;
            else if (name == "columns") Columns = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    /// <summary>Parameter to value.</summary>
    public Dictionary<string, string> Filters { get; } = [];

    /// <summary>Keys of the fields that the list shows.</summary>
    public IReadOnlyList<string> Columns { get; } = [];

    public bool Narrows => Filters.Count > 0;

    /// <summary>For the generated client, which takes none as null.</summary>
    public IDictionary<string, string>? Sent => Filters.Count == 0 ? null : Filters;

    public string? Of(string key, string op = "") => Filters.GetValueOrDefault(Name(key, op));

    public static string Name(string key, string op = "") => op.Length == 0 ? Prefix + key : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{key}[{op}]");

    /// <summary>The same question in the same words: for telling whether to ask anew.</summary>
    public override string ToString() => string.Join('&', Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal).Select(filter => $"{filter.Key}={Uri.EscapeDataString(filter.Value)}"));

    /// <summary>What <see cref="ToString"/> wrote, for the generated client; null for none.</summary>
    public static IDictionary<string, string>? Parse(string text) => text.Length == 0 ? null
        : text.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
