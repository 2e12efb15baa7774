using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Importing;

/// <summary>Stores a file that imports then name by its id.</summary>
static class ImportFiles
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/import-files", Upload).WithName("UploadImportFile").WithTags("Imports")
            .WithSummary("Stores a file of up to 100 MB for an import: as the body, or as the part 'file' of a form. It is kept for 30 days.")
            .Requires(Permission.Import)
            .Accepts<IFormFile>("multipart/form-data", "text/csv", "application/octet-stream")
            .Answers<ImportFileView>(StatusCodes.Status201Created).Refuses(RefusalKind.TooLarge, RefusalKind.Unsupported)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.MaxBytes + 1024 * 1024));

    static async Task<IResult> Upload(HttpContext http, Caller caller, IFileStore files, Database database, string? fileName, CancellationToken ct)
    {
        _ = fileName;
        var received = await FileUpload.Receive(http, files, caller.TenantId, caller.MemberId, FileUpload.ForImport, ct);
        if (received.Refused(out var refusal)) return refusal.ToProblem();
        if (received.Value.File is not { } file) return Refusal.Field("file", "files/missing", "The form has no part 'file'.").ToProblem();
        await database.NoteKept(caller, file, ct);
        return TypedResults.Created($"{http.Request.Path}/{file.Id}", ImportFileView.Of(file));
    }
}
