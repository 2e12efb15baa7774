namespace Crm.Methodology.Sdk;

/// <summary>A text that people read, in the two languages of the product.</summary>
public sealed record LocalizedText
{
    /// <summary>The longest text in either language, in characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>The Chinese text, never blank.</summary>
    public required string Zh { get; init; }

    /// <summary>The English text, never blank.</summary>
    public required string En { get; init; }

    /// <summary>The text for a reader.</summary>
    /// <param name="language">A BCP 47 tag such as <c>zh-CN</c> or <c>en</c>; anything that is not Chinese reads English.</param>
    /// <returns>The Chinese or the English text.</returns>
    public string In(string? language) =>
        language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;

    /// <summary>A text from its two languages.</summary>
    /// <param name="zh">The Chinese text.</param>
    /// <param name="en">The English text.</param>
    /// <returns>The pair.</returns>
    public static LocalizedText Of(string zh, string en) => new() { Zh = zh, En = en };
}
