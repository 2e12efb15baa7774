using System.Globalization;
using System.Text;

namespace Crm.Platform.Importing;

/// <summary>What is left of a name when case, blanks, punctuation and full-width forms do not count: <c>GTX Pro</c> and <c>GTXPro</c> are both <c>gtxpro</c>.</summary>
public static class NameKey
{
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) continue;
            key.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return key.ToString();
    }
}
