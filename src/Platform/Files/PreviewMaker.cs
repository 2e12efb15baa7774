using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Crm.Platform.Files;

/// <summary>
/// Makes small pictures of pictures, the first time one is asked for, and keeps them. The dimensions are read and judged before a
/// pixel is decoded, and one picture is decoded at a time, so that no file can take more memory than is stated here.
/// </summary>
sealed partial class PreviewMaker(Database database, IFileStore files, ILogger<PreviewMaker> log) : IDisposable
{
    /// <summary>Longer pictures have no preview.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>At four bytes a pixel some 200 MB while it is decoded.</summary>
    public const long MaxPixels = 50_000_000;

    const int MaxWaiting = 32;
    const int Quality = 80;

    readonly SemaphoreSlim _one = new(1, 1);
    int _waiting;

    public static bool Draws(FileFormat format, long length) => format.Key is "png" or "jpeg" or "gif" or "webp" or "bmp" && length <= MaxBytes;

    public async Task<Outcome<byte[]>> Get(StoredFile file, PreviewSize size, CancellationToken ct)
    {
        if (!Draws(FileFormats.Of(file.Format), file.Length)) return None("files/no-preview");
        if (await Kept(file, size, ct) is { } kept) return Answer(kept);
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return Refusal.Unavailable("files/preview-busy", "Many previews are being made at the moment. Try again shortly.");
        }
        try
        {
            await _one.WaitAsync(ct);
            try
            {
                // Whoever waited before may have asked for the same one.
                return Answer(await Kept(file, size, ct) ?? await Make(file, size, ct));
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _one.Dispose();

    async Task<FilePreview?> Kept(StoredFile file, PreviewSize size, CancellationToken ct)
    {
        await using var db = database.Read(file.TenantId);
        return await db.Set<FilePreview>().AsNoTracking().SingleOrDefaultAsync(row => row.FileId == file.Id && row.Box == (int)size, ct);
    }

    async Task<FilePreview> Make(StoredFile file, PreviewSize size, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"crm-preview-{Guid.CreateVersion7():N}");
        var preview = new FilePreview { TenantId = file.TenantId, FileId = file.Id, Box = (int)size };
        try
        {
            // The decoder reads back and forth, which a body in parts does badly and a local file well.
            await using (var copy = File.Create(path))
            await using (var content = files.Open(file))
                await content.CopyToAsync(copy, ct);
            (preview.Content, preview.Problem) = await Task.Run(() => Draw(path, (int)size), ct);
        }
        finally
        {
            File.Delete(path);
        }
        if (preview.Problem is { } problem) NotDrawn(log, file.Id, problem);
        try
        {
            await database.Write<Nothing>(new WriteContext(file.TenantId, null), async (db, inner) =>
            {
                preview.CreatedAt = db.UtcNow();
                if (await db.Set<StoredFile>().AnyAsync(row => row.Id == file.Id, inner) && !await db.Set<FilePreview>().AnyAsync(row => row.FileId == file.Id && row.Box == preview.Box, inner))
                    db.Add(preview);
                return Nothing.Value;
            }, ct);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            // Another node made the same one.
        }
        return preview;
    }

    internal static (byte[] Content, string? Problem) Draw(string path, int box)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null) return ([], "files/preview-unreadable");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0) return ([], "files/preview-unreadable");
        if ((long)width * height > MaxPixels) return ([], "files/preview-too-large");
        // A JPEG is decoded at a fraction of its size when no more is needed.
        var wanted = Math.Min(1f, 2f * box / Math.Max(width, height));
        var scaled = codec.GetScaledDimensions(wanted);
        using var full = new SKBitmap(new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var result = codec.GetPixels(full.Info, full.GetPixels());
        // What is cut off at its end is shown as far as it goes.
        if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput)) return ([], "files/preview-unreadable");
        using var upright = Upright(full, codec.EncodedOrigin);
        var ratio = Math.Min(1.0, (double)box / Math.Max(upright.Width, upright.Height));
        var target = new SKImageInfo(Math.Max(1, (int)Math.Round(upright.Width * ratio)), Math.Max(1, (int)Math.Round(upright.Height * ratio)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var small = ratio < 1 ? upright.Resize(target, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) : upright.Copy();
        using var data = small?.Encode(SKEncodedImageFormat.Webp, Quality);
        return data is null ? ([], "files/preview-unreadable") : (data.ToArray(), null);
    }

    /// <summary>A camera writes how it was held; a picture without that mark is turned as it was taken.</summary>
    static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default) return picture.Copy();
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (w, h) = (picture.Width, picture.Height);
        var upright = new SKBitmap(turned ? h : w, turned ? w : h, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        });
        canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return upright;
    }

    static Outcome<byte[]> Answer(FilePreview preview) => preview.Problem is { } problem ? None(problem) : preview.Content;

    static Refusal None(string code) => code switch
    {
        "files/preview-too-large" => Refusal.Unprocessable(code, $"A picture of more than {MaxPixels / 1_000_000} megapixels has no preview. It can be saved."),
        "files/preview-unreadable" => Refusal.Unprocessable(code, "The picture cannot be read. It can be saved as it is."),
        _ => Refusal.NotFound(code, "Files of this kind have no preview."),
    };

    [LoggerMessage(LogLevel.Information, "No preview of file {FileId}: {Problem}.")]
    static partial void NotDrawn(ILogger log, Guid fileId, string problem);
}
