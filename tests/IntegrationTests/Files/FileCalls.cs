using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Crm.IntegrationTests.Fixtures;
using SkiaSharp;
using Xunit;

namespace Crm.IntegrationTests.Files;

/// <summary>Files as a member sends and reads them, and contents of the kinds that people send.</summary>
static class FileCalls
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/MediaBox[0 0 3 3]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static Task<Answer> Upload(this Session session, string kind, Guid record, string name, byte[] content, string? key = null) =>
        session.Post($"/api/v1/files?recordKind={kind}&recordId={record}&fileName={Uri.EscapeDataString(name)}", Body(content), key: key);

    public static Task<Answer> NewVersion(this Session session, Guid file, byte[] content, string? key = null) =>
        session.Post($"/api/v1/files/{file}/versions", Body(content), key: key);

    public static async Task<byte[]> Content(this Session session, Guid file, int? no = null)
    {
        using var response = await session.Http.GetAsync($"/api/v1/files/{file}/content{(no is null ? "" : $"?no={no}")}", TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Bytes, or a GET with headers of its own.</summary>
    public static async Task<HttpResponseMessage> Ask(this Session session, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await session.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public static ByteArrayContent Body(byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return body;
    }

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }

    public static byte[] Picture(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap)) canvas.Clear(SKColors.Teal);
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

    /// <summary>A PNG whose header promises so many pixels that nobody could decode them, and whose body is some bytes.</summary>
    public static byte[] Bomb(int width, int height)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk("IHDR", [.. Big(width), .. Big(height), 8, 6, 0, 0, 0]);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[1024 * 1024]);
        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return stream.ToArray();

        void Chunk(string type, byte[] data)
        {
            byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
            stream.Write(Big(data.Length));
            stream.Write(typed);
            stream.Write(Big((int)Crc(typed)));
        }
    }

    static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
