using System.Runtime.CompilerServices;
using System.Text;

namespace Crm.Platform.Importing;

/// <summary>A stored file opened for reading: encoding, delimiter and header known. Can be read again from the start.</summary>
public sealed class ImportSource
{
    const int GuessChars = 64 * 1024;

    /// <summary>Longest name of a column; whatever is longer is no name.</summary>
    const int ColumnNameChars = 200;

    readonly Func<Stream> _open;
    readonly CsvLimits _limits;

    ImportSource(Func<Stream> open, TextEncoding encoding, char delimiter, IReadOnlyList<string> header, CsvLimits limits)
    {
        _open = open;
        _limits = limits;
        Encoding = encoding;
        Delimiter = delimiter;
        Header = header;
    }

    public TextEncoding Encoding { get; }

    public char Delimiter { get; }

    public IReadOnlyList<string> Header { get; }

    /// <param name="open">Opens the file at its start, as often as asked.</param>
    /// <param name="encodingName">The caller's word for the encoding; null to find out.</param>
    /// <param name="delimiter">The caller's word for the delimiter; null to find out.</param>
    public static async Task<Outcome<ImportSource>> Open(
        Func<Stream> open, string? encodingName, char? delimiter, CancellationToken ct, CsvLimits? limits = null)
    {
        limits ??= CsvLimits.Default;
        if (delimiter is { } named && !Importing.Delimiter.IsAccepted(named))
            return Refusal.Field("delimiter", "import/delimiter-unknown", "The delimiter is a comma, a semicolon, a tab or a bar.");
        if (await FileSignature.Of(open, ct) is { } kind)
            return Refusal.Field("file", "import/not-text", $"The file is {kind} and not a text, whatever its name says. Save it as CSV.");
        var encoding = encodingName is null ? await TextEncoding.Detect(open, ct) : TextEncoding.Named(encodingName);
        if (encoding is null)
            return Refusal.Field("encoding", encodingName is null ? "import/encoding-not-found" : "import/encoding-unknown",
                (encodingName is null ? "The file is neither UTF-8 nor GB18030; name its encoding. " : $"'{encodingName}' is not an encoding that is read here. ")
                + $"Accepted are {string.Join(", ", TextEncoding.Accepted)}.");
        try
        {
            delimiter ??= await Importing.Delimiter.Guess(await Beginning(open, encoding, ct), ct);
            var header = await ReadHeader(open, encoding, delimiter.Value, limits, ct);
            return header.Refused(out var no) ? no : new ImportSource(open, encoding, delimiter.Value, header.Value, limits);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Field("encoding", "import/encoding-wrong", $"The file holds bytes that {encoding.Name} does not have.");
        }
    }

    /// <summary>The data rows in order, numbered from 1, blank ones left out.</summary>
    public async IAsyncEnumerable<(long Number, CsvRow Row)> Rows([EnumeratorCancellation] CancellationToken ct)
    {
        using var text = Text(_open, Encoding);
        var isHeader = true;
        var number = 0L;
        await foreach (var row in new CsvReader(text, Delimiter, _limits).ReadAll(ct))
        {
            if (row.IsBlank) continue;
            if (isHeader) { isHeader = false; continue; }
            yield return (++number, row);
        }
    }

    static async Task<Outcome<IReadOnlyList<string>>> ReadHeader(
        Func<Stream> open, TextEncoding encoding, char delimiter, CsvLimits limits, CancellationToken ct)
    {
        using var text = Text(open, encoding);
        await foreach (var row in new CsvReader(text, delimiter, limits).ReadAll(ct))
        {
            if (row.IsBlank) continue;
            if (row.Fault is { } fault) return Refusal.Field("file", fault.Code, $"The header cannot be read: {fault.Detail}");
            var header = row.Cells.Select(cell => cell.Trim()).ToList();
            if (header.Any(name => name.Contains('\0', StringComparison.Ordinal)))
                return Refusal.Field("encoding", "import/not-text",
                    "The header holds NUL bytes: the file is no text, or it is UTF-16 without a byte order mark; then name its encoding, utf-16 or utf-16be.");
            if (header.Any(name => name.Length > ColumnNameChars || name.Any(char.IsControl)))
                return Refusal.Field("file", "import/column-name-invalid", $"A column's name in the header is longer than {ColumnNameChars} characters or holds control characters: is the first line the header?");
            var twice = header.Where(name => name.Length > 0).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
            return twice is null
                ? header
                : Refusal.Field("file", "import/column-twice", $"The column '{twice.Key}' stands in the header more than once.");
        }
        return Refusal.Field("file", "import/file-empty", "The file has no header row.");
    }

    static async Task<string> Beginning(Func<Stream> open, TextEncoding encoding, CancellationToken ct)
    {
        using var text = Text(open, encoding);
        var chars = new char[GuessChars];
        var read = await text.ReadBlockAsync(chars.AsMemory(), ct);
        return new string(chars, 0, read);
    }

    static StreamReader Text(Func<Stream> open, TextEncoding encoding) =>
        new(open(), encoding.Strict(), detectEncodingFromByteOrderMarks: false, bufferSize: GuessChars);
}
