using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>Reads and sets what the tenant takes of files.</summary>
static class TenantFileLimits
{
    internal sealed record FileLimitsEdit
    {
        /// <summary>1 KB to 100 MB, in bytes.</summary>
        public required long MaxFileBytes { get; init; }

        /// <summary>1 MB to 10 TB, in bytes. Less than is used keeps what is there and takes nothing more.</summary>
        public required long QuotaBytes { get; init; }

        /// <summary>At least one.</summary>
        public required IReadOnlyList<FileKind> AllowedKinds { get; init; }
    }

    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("/file-limits", Get).WithName("GetFileLimits").WithSummary("What the tenant takes of files, and how much space they take.").Answers<FileLimitsView>();
        files.MapPut("/file-limits", Set).WithName("SetFileLimits").WithSummary("Sets what the tenant takes of files. Those that are there stay.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<FileLimitsView>();
    }

    static async Task<IResult> Get(Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return Tagged(http, FileLimitsView.Of(await FileLimits.Of(db, ct)));
    }

    static async Task<IResult> Set(FileLimitsEdit request, ExpectedVersion version, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors()
            .When(request.MaxFileBytes is < FileLimits.SmallestFile or > FileLimits.LargestFile, "maxFileBytes", $"{FileLimits.SmallestFile} to {FileLimits.LargestFile}.")
            .When(request.QuotaBytes is < FileLimits.SmallestQuota or > FileLimits.LargestQuota, "quotaBytes", $"{FileLimits.SmallestQuota} to {FileLimits.LargestQuota}.")
            .When(request.AllowedKinds.Count == 0, "allowedKinds", "At least one.")
            .When(request.AllowedKinds.Any(kind => !Enum.IsDefined(kind)), "allowedKinds", $"Of {string.Join(", ", Enum.GetNames<FileKind>())}.");
        if (errors.ToRefusal("files/invalid-limits") is { } invalid) return invalid.ToProblem();
        var saved = await database.Write<FileLimitsView>(caller.Writes(), async (db, token) =>
        {
            var row = await db.Set<FileLimits>().FirstOrDefaultAsync(token);
            if (version.Check(row?.Version ?? 0) is { } stale) return stale;
            if (row is null) db.Add(row = new FileLimits());
            row.MaxFileBytes = request.MaxFileBytes;
            row.QuotaBytes = request.QuotaBytes;
            row.AllowedKinds = string.Join(',', request.AllowedKinds.Distinct().Order());
            await db.SaveChangesAsync(token);
            return FileLimitsView.Of(row);
        }, ct);
        return saved.Refused(out var refusal) ? refusal.ToProblem() : Tagged(http, saved.Value);
    }

    static IResult Tagged(HttpContext http, FileLimitsView view)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{view.Version}\"");
        return TypedResults.Ok(view);
    }
}
