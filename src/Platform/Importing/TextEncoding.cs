using System.Text;
using System.Text.Unicode;

namespace Crm.Platform.Importing;

/// <summary>The encoding of a file and how it is known, shown to the person who imports.</summary>
/// <param name="Name">As in the IANA list: <c>utf-8</c>, <c>utf-16</c>, <c>gb18030</c>, ...</param>
/// <param name="How"><c>ByteOrderMark</c>, <c>Content</c> (every byte was checked) or <c>Named</c> by the caller.</param>
public sealed record TextEncoding(string Name, string How)
{
    /// <summary>A decoder that throws on a byte that the encoding does not have, so that nothing is read as question marks.</summary>
    public Encoding Strict() => StrictByName(Name) ?? throw new InvalidOperationException($"The encoding {Name} is not known.");

    static readonly string[] AcceptedNames =
        ["utf-8", "utf-16", "utf-16be", "gb18030", "gbk", "gb2312", "big5", "shift_jis", "euc-kr", "windows-1252", "iso-8859-1"];

    /// <summary>The encodings that a caller may name.</summary>
    public static IReadOnlyList<string> Accepted => AcceptedNames;

    public static TextEncoding? Named(string name) =>
        AcceptedNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? new TextEncoding(name.ToLowerInvariant(), "Named") : null;

    /// <summary>
    /// By byte order mark; else UTF-8 when every byte is valid UTF-8; else GB18030 (which contains GBK and GB2312) when every
    /// byte is valid there; else null: the caller has to name one. Reads the stream to its end.
    /// </summary>
    public static async Task<TextEncoding?> Detect(Func<Stream> open, CancellationToken ct)
    {
        await using (var stream = open())
        {
            var head = new byte[3];
            var read = await stream.ReadAtLeastAsync(head, 3, throwOnEndOfStream: false, ct);
            if (ByMark(head.AsSpan(0, read)) is { } marked) return marked;
        }
        await using (var stream = open())
            if (await IsUtf8(stream, ct)) return new TextEncoding("utf-8", "Content");
        await using (var stream = open())
            if (await Decodes(stream, StrictByName("gb18030")!, ct)) return new TextEncoding("gb18030", "Content");
        return null;
    }

    static TextEncoding? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding("utf-8", "ByteOrderMark"),
        [0xFF, 0xFE, ..] => new TextEncoding("utf-16", "ByteOrderMark"),
        [0xFE, 0xFF, ..] => new TextEncoding("utf-16be", "ByteOrderMark"),
        _ => null
    };

    static async Task<bool> IsUtf8(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(kept), ct);
            if (read == 0) return Utf8.IsValid(buffer.AsSpan(0, kept));
            var filled = kept + read;
            // A character may be cut by the end of the block: at most its last three bytes wait for the next one.
            var whole = filled;
            for (var back = 1; back <= Math.Min(3, filled); back++)
            {
                var b = buffer[filled - back];
                if ((b & 0xC0) == 0x80) continue;
                if ((b & 0x80) != 0) whole = filled - back;
                break;
            }
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
            kept = filled - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    static async Task<bool> Decodes(Stream stream, Encoding encoding, CancellationToken ct)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(bytes, ct);
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                if (read == 0) return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    static Encoding? StrictByName(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
