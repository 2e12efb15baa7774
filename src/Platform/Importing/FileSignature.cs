namespace Crm.Platform.Importing;

/// <summary>Knows by their first bytes the files that people most often send in place of a CSV.</summary>
static class FileSignature
{
    /// <returns>What it is, in words; null when it may be a text.</returns>
    public static async Task<string?> Of(Func<Stream> open, CancellationToken ct)
    {
        await using var stream = open();
        var head = new byte[8];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return head.AsSpan(0, read) switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => "a ZIP archive or an Excel workbook",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Excel workbook of the old format",
            [0x89, 0x50, 0x4E, 0x47, ..] => "a PNG picture",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
            [0x25, 0x50, 0x44, 0x46, ..] => "a PDF document",
            [0x1F, 0x8B, ..] => "a gzip archive",
            _ => null,
        };
    }
}
