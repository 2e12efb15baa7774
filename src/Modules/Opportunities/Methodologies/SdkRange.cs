using System.Diagnostics.CodeAnalysis;
using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>The SDK versions that a plugin works with, as an interval: <c>[1.0.0, 2.0.0)</c>. Both ends are stated, so none claims the future.</summary>
internal sealed record SdkRange(SemanticVersion From, bool IncludesFrom, SemanticVersion To, bool IncludesTo)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out SdkRange? range)
    {
        range = null;
        if (text is not { Length: >= 5 and <= 140 } || text[0] is not ('[' or '(') || text[^1] is not (']' or ')'))
            return false;
        var ends = text[1..^1].Split(',');
        if (ends.Length != 2 || !SemanticVersion.TryParse(ends[0].Trim(' '), out var from) || !SemanticVersion.TryParse(ends[1].Trim(' '), out var to) || from > to)
            return false;
        range = new SdkRange(from, text[0] == '[', to, text[^1] == ']');
        return true;
    }

    public bool Contains(SemanticVersion version) =>
        (IncludesFrom ? version >= From : version > From) && (IncludesTo ? version <= To : version < To);

    public override string ToString() => $"{(IncludesFrom ? '[' : '(')}{From}, {To}{(IncludesTo ? ']' : ')')}";
}
