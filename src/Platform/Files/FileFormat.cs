namespace Crm.Platform.Files;

/// <summary>A file format that is recognised.</summary>
/// <param name="Key">Stable, stored with files, e.g. <c>png</c>.</param>
/// <param name="Kind">What sort of file it is.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Words">What it is called in a sentence.</param>
/// <param name="Extensions">Endings of names that promise it, without the dot.</param>
sealed record FileFormat(string Key, FileKind Kind, string ContentType, string Words, params string[] Extensions)
{
    /// <summary>A browser may show it by itself: nothing in it runs.</summary>
    public bool IsInert => Key is "png" or "jpeg" or "gif" or "webp" or "bmp" or "pdf" or "text";
}
