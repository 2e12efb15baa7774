using System.Text;

namespace Crm.Platform.Search;

/// <summary>What a record is found by: its names, by every letter of them, and its numbers, codes and addresses, by their words.</summary>
public sealed class SearchText
{
    /// <summary>As much as is kept; the rest of a text is not found.</summary>
    public const int MaxLength = 1000;

    const char NameMark = '*';

    readonly List<SearchField> _fields = [];

    internal IReadOnlyList<SearchField> Fields => _fields;

    /// <param name="field">The field's name in the API, e.g. <c>shortName</c>. The first name is the record's title.</param>
    /// <param name="text">Nothing is added when it is empty.</param>
    public SearchText Name(string field, string? text) => Add(field, text, isName: true);

    /// <param name="field">The field's name in the API, e.g. <c>mobile</c>.</param>
    /// <param name="text">Nothing is added when it is empty.</param>
    public SearchText Code(string field, string? text) => Add(field, text, isName: false);

    internal string Stored()
    {
        var stored = new StringBuilder();
        foreach (var field in _fields)
        {
            if (stored.Length + field.Name.Length + field.Text.Length + 3 > MaxLength) break;
            if (field.IsName) stored.Append(NameMark);
            stored.Append(field.Name).Append('\t').Append(field.Text).Append('\n');
        }
        return stored.ToString();
    }

    internal static List<SearchField> Read(string stored)
    {
        var fields = new List<SearchField>(4);
        foreach (var line in stored.AsSpan().EnumerateLines())
        {
            var tab = line.IndexOf('\t');
            if (tab < 0) continue;
            var isName = line[0] == NameMark;
            fields.Add(new SearchField(line[(isName ? 1 : 0)..tab].ToString(), line[(tab + 1)..].ToString(), isName));
        }
        return fields;
    }

    SearchText Add(string field, string? text, bool isName)
    {
        if (string.IsNullOrWhiteSpace(text)) return this;
        // Line ends divide the fields; nothing that is searched by stands in them.
        var line = string.Join(' ', text.Split((char[]?)['\n', '\r', '\t', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
        _fields.Add(new SearchField(field, line.Length <= 400 ? line : line[..400], isName));
        return this;
    }
}
