using System.Text;

namespace Crm.Platform.Importing;

/// <summary>A text with columns in braces, <c>{account}: {product}</c>.</summary>
sealed class Template
{
    readonly List<(string Literal, int Column)> _parts = [];

    /// <returns>Null when it names no column, or one that does not stand in the header exactly once.</returns>
    public static Template? Parse(string text, IReadOnlyList<string> header)
    {
        var template = new Template();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                template._parts.Add((text[at..], -1));
                break;
            }
            var close = text.IndexOf('}', open);
            if (close < 0) return null;
            var column = text[(open + 1)..close];
            if (header.Count(name => name == column) != 1) return null;
            template._parts.Add((text[at..open], header.ToList().IndexOf(column)));
            at = close + 1;
        }
        return template._parts.Any(part => part.Column >= 0) ? template : null;
    }

    public string Fill(IReadOnlyList<string> cells)
    {
        var text = new StringBuilder();
        foreach (var (literal, column) in _parts)
        {
            text.Append(literal);
            if (column >= 0) text.Append(cells[column].Trim());
        }
        return text.ToString().Trim();
    }
}
