using System.Globalization;

namespace Crm.Web.Text;

/// <summary>A language of the app. The order decides which one is offered first.</summary>
public enum Language
{
    Chinese,
    English
}

public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Chinese, Language.English];

    public static string Tag(this Language language) => language == Language.Chinese ? "zh-CN" : "en";

    public static CultureInfo Culture(this Language language) => CultureInfo.GetCultureInfo(language.Tag());

    /// <summary>The language of a tag like <c>zh-Hans-CN</c>; null when it is neither of ours.</summary>
    public static Language? Parse(string? tag) => tag switch
    {
        null or "" => null,
        _ when tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => Language.Chinese,
        _ when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.English,
        _ => null
    };
}
