using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Crm.Platform.Files;

/// <summary>
/// A file as it comes with a request, as the only body (any type but JSON) or as a part of a form, stored while it is read. The text
/// fields of the form come with it.
/// </summary>
public sealed record FileUpload(StoredFile? File, IReadOnlyDictionary<string, string> Fields)
{
    public const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>For an import: what is sent is a table unless it is called otherwise.</summary>
    public static readonly UploadTerms ForImport = new(MaxBytes, "upload.csv", Jobs.Retention.ImportFiles);

    const int MaxFieldBytes = 256 * 1024;
    const int MaxParts = 20;

    /// <param name="http">The request.</param>
    /// <param name="files">Where it is stored.</param>
    /// <param name="tenantId">Whose file it is.</param>
    /// <param name="memberId">Who sends it.</param>
    /// <param name="terms">How large it may be, what it is called when nothing says so, and how long it stays when nobody keeps it.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Outcome<FileUpload>> Receive(HttpContext http, IFileStore files, Guid tenantId, Guid memberId, UploadTerms terms, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type))
            return Unsupported();
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await ReceiveForm(http, type, files, tenantId, memberId, terms, ct);
        if (type.SubTypeWithoutSuffix.Equals("json", StringComparison.OrdinalIgnoreCase)) return Unsupported();
        var saved = await files.Save(tenantId, memberId, http.Request.Query["fileName"].ToString() is { Length: > 0 } name ? name : terms.Name,
            type.MediaType.ToString(), http.Request.Body, terms.MaxBytes, terms.KeepFor, ct);
        return saved.Then(file => new FileUpload(file, new Dictionary<string, string>()));
    }

    static async Task<Outcome<FileUpload>> ReceiveForm(
        HttpContext http, MediaTypeHeaderValue type, IFileStore files, Guid tenantId, Guid memberId, UploadTerms terms, CancellationToken ct)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200) return Refusal.BadRequest("files/bad-form", "The form has no usable boundary.");
        var reader = new MultipartReader(boundary, http.Request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 * 1024 };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        StoredFile? file = null;
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(ct) is { } section; parts++)
            {
                if (parts == MaxParts) return await Refuse("The form has too many parts.");
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    return await Refuse("A part of the form has no name.");
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (disposition.IsFileDisposition())
                {
                    if (name != "file" || file is not null) return await Refuse("The form has one file, named 'file'.");
                    var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar.ToString() : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
                    if (http.Request.Query["fileName"].ToString() is { Length: > 0 } asked) fileName = asked;
                    var saved = await files.Save(tenantId, memberId, fileName.Length > 0 ? fileName : terms.Name,
                        section.ContentType ?? "application/octet-stream", section.Body, terms.MaxBytes, terms.KeepFor, ct);
                    if (saved.Refused(out var refusal)) return refusal;
                    file = saved.Value;
                }
                else
                {
                    if (await ReadField(section.Body, ct) is not { } text) return await Refuse($"The field '{name}' is too long or no UTF-8.");
                    if (!fields.TryAdd(name, text)) return await Refuse($"The field '{name}' stands twice in the form.");
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException)
        {
            return await Refuse("The form ends before its boundary or is otherwise broken.");
        }
        catch
        {
            // The sender has gone after the file and before the end of the form.
            if (file is not null) await files.Remove(tenantId, file.Id, CancellationToken.None);
            throw;
        }
        return new FileUpload(file, fields);

        async Task<Outcome<FileUpload>> Refuse(string detail)
        {
            if (file is not null) await files.Remove(tenantId, file.Id, CancellationToken.None);
            return Refusal.BadRequest("files/bad-form", detail);
        }
    }

    static async Task<string?> ReadField(Stream body, CancellationToken ct)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (read > MaxFieldBytes || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, read))) return null;
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read);
    }

    static Refusal Unsupported() => new(RefusalKind.Unsupported, "request/unsupported-media-type",
        "Send the file as the body with a type such as text/csv, or as the part 'file' of multipart/form-data.");
}
