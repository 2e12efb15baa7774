using System.Globalization;

namespace Crm.Organization.Domain;

/// <summary>What the names that people sign in with may look like.</summary>
internal static class Names
{
    internal const int MaxUserName = 60;
    internal const int MaxSlug = 40;
    internal const int MaxPassword = 200;

    /// <summary>Letters of any script, digits and <c>. _ - @ +</c>; begins with a letter or digit.</summary>
    internal static bool IsUserName(string? name) =>
        name is { Length: >= 2 and <= MaxUserName } && char.IsLetterOrDigit(name[0])
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@' or '+');

    internal static string Normalize(string userName) => userName.Normalize().ToUpperInvariant();

    internal static bool IsSlug(string? slug) =>
        slug is { Length: >= 2 and <= MaxSlug } && slug[0] != '-' && slug[^1] != '-'
        && slug.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    internal static bool IsLanguage(string? language) => language is "zh-CN" or "en";

    internal static bool IsTimeZone(string? zone) =>
        zone is { Length: > 0 and <= 60 } && zone.Contains('/', StringComparison.Ordinal) | zone == "UTC" && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    internal static bool IsEmail(string? email) =>
        email is { Length: >= 3 and <= 254 } && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@') && at < email.Length - 1
        && !email.Any(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Control);
}
