using System.Text;

namespace Crm.ArchitectureTests.Reading;

/// <summary>Blanks comments and literals, so that a rule about code is not tripped by a sentence about it.</summary>
internal static class CodeOnly
{
    public static string Of(string text)
    {
        var code = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var end = LiteralEnd(text, at);
            if (end == at)
            {
                code.Append(text[at++]);
                continue;
            }

            for (; at < end && at < text.Length; at++)
                code.Append(text[at] == '\n' ? '\n' : ' ');
        }

        return code.ToString();
    }

    /// <summary>Where the comment or literal that begins here ends; the same place when none begins.</summary>
    static int LiteralEnd(string text, int at) => text[at] switch
    {
        '/' when Next(text, at) == '/' => IndexOrEnd(text, "\n", at),
        '/' when Next(text, at) == '*' => After(text, "*/", at + 2),
        '"' when string.CompareOrdinal(text, at, "\"\"\"", 0, 3) == 0 => RawEnd(text, at),
        '"' => IsVerbatim(text, at) ? VerbatimEnd(text, at + 1) : EscapedEnd(text, at + 1, '"'),
        '\'' => EscapedEnd(text, at + 1, '\''),
        _ => at,
    };

    static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    static bool IsVerbatim(string text, int at) =>
        at > 0 && (text[at - 1] == '@' || (text[at - 1] == '$' && at > 1 && text[at - 2] == '@'));

    static int RawEnd(string text, int at)
    {
        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"')
            quotes++;
        return After(text, new string('"', quotes), at + quotes);
    }

    static int VerbatimEnd(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (Next(text, at) != '"')
                return at + 1;
            at++;
        }

        return at;
    }

    static int EscapedEnd(string text, int at, char quote)
    {
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == quote)
                return at + 1;
        }

        return at;
    }

    static int IndexOrEnd(string text, string what, int from) =>
        text.IndexOf(what, from, StringComparison.Ordinal) is var at and >= 0 ? at : text.Length;

    static int After(string text, string what, int from) =>
        text.IndexOf(what, Math.Min(from, text.Length), StringComparison.Ordinal) is var at and >= 0 ? at + what.Length : text.Length;
}
