using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Importing;

/// <summary>
/// The same two calls for every resource. The file comes with the call (form parts <c>file</c> and <c>options</c>, or a text/csv body with
/// the query parameter <c>options</c>) or was stored before and is named by <c>fileId</c> in a JSON body.
/// </summary>
static class ImportEndpoints
{
    const int PreviewRows = 20;
    const int PreviewCellChars = 200;

    public static void Map(RouteGroupBuilder api, IImport import)
    {
        var name = char.ToUpperInvariant(import.Resource[0]) + import.Resource[1..];
        api.MapPost($"/{import.Resource}/import",
                (HttpContext http, Command command, Database database, JobQueue jobs, IFileStore files, ImportedFields custom, string? options, string? fileName, CancellationToken ct) =>
                {
                    _ = fileName;
                    return Start(import, http, command, database, jobs, files, custom, options, ct);
                })
            .WithName($"Import{name}").WithTags("Imports")
            .WithSummary($"Imports {import.Resource} from CSV; answers with the job that does it.")
            .Requires(Permission.Import).Requires(import.Permission).Idempotent()
            .Accepts<ImportOptions>("application/json", "multipart/form-data", "text/csv")
            .Answers<JobView>(StatusCodes.Status202Accepted)
            .Refuses(RefusalKind.NotFound, RefusalKind.TooLarge, RefusalKind.Unsupported, RefusalKind.Unprocessable)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.MaxBytes + 1024 * 1024));
        api.MapPost($"/{import.Resource}/import/preview",
                (HttpContext http, Caller caller, IFileStore files, Database database, ImportedFields custom, string? options, string? fileName, CancellationToken ct) =>
                {
                    _ = fileName;
                    return Preview(import, http, caller, files, database, custom, options, ct);
                })
            .WithName($"Preview{name}Import").WithTags("Imports")
            .WithSummary($"Stores a file and shows its encoding, columns, first rows and the mapping they suggest for {import.Resource}.")
            .Requires(Permission.Import).Requires(import.Permission)
            .Accepts<ImportOptions>("application/json", "multipart/form-data", "text/csv")
            .Answers<ImportPreview>()
            .Refuses(RefusalKind.NotFound, RefusalKind.TooLarge, RefusalKind.Unsupported)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.MaxBytes + 1024 * 1024));
    }

    static async Task<IResult> Start(
        IImport import, HttpContext http, Command command, Database database, JobQueue jobs, IFileStore files, ImportedFields custom, string? optionsText,
        CancellationToken ct)
    {
        var caller = command.Caller;
        var asked = await Receive(import, http, caller, files, optionsText, ct);
        if (asked.Refused(out var refusal)) return refusal.ToProblem();
        var (file, options) = asked.Value;
        // What can be known before the first row is said now and not in a failed job.
        var checkedFile = await Open(files, file, options, ct);
        var isNew = options.FileId is null;
        if (checkedFile.Refused(out refusal)) return await Refuse(refusal);
        var fields = await custom.Of(import, caller.TenantId, caller.Roles, ct);
        var bound = BoundMapping.Bind(options.Mapping ?? ImportMapping.Suggest(fields, checkedFile.Value.Header), fields, checkedFile.Value.Header);
        if (bound.Refused(out refusal)) return await Refuse(refusal);

        var input = new ImportInput
        {
            FileId = file.Id,
            Options = options with { FileId = null },
            Scope = ImportScope.Of(caller.ScopeOf(ScopeOf(import))),
            CustomerScope = ImportScope.Of(caller.ScopeOf(Resource.Customers)),
            Roles = [.. caller.Roles],
        };
        var made = Guid.Empty;
        var outcome = await database.Write<JobView>(Writes(command, import, file, options), (db, _) =>
        {
            if (isNew) db.NoteKept(file);
            var job = jobs.Add(db, ImportJob.KindOf(import.Resource), input);
            made = job.Id;
            return Task.FromResult<Outcome<JobView>>(JobView.Of(job));
        }, ct);
        if (outcome.Refused(out refusal)) return await Refuse(refusal);
        // A repeated key is answered with the first job, which has its own copy of the file.
        if (isNew && outcome.Value.Id != made) await files.Remove(caller.TenantId, file.Id, CancellationToken.None);
        jobs.Wake();
        return outcome.ToAccepted($"/api/v1/jobs/{outcome.Value.Id}");

        async Task<IResult> Refuse(Refusal no)
        {
            if (isNew) await files.Remove(caller.TenantId, file.Id, CancellationToken.None);
            return no.ToProblem();
        }
    }

    /// <summary>What was asked is the file and the options. A form's boundary is new with each sending and would make the same call another one.</summary>
    static WriteContext Writes(Command command, IImport import, StoredFile file, ImportOptions options)
    {
        if (command.Key is not { } key) return command.Writes;
        var asked = $"import {import.Resource}\n{file.Sha256}\n{JsonSerializer.Serialize(options with { FileId = null }, ApiJson.Options)}";
        return command.Caller.Writes(key with { RequestHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))) });
    }

    static async Task<IResult> Preview(IImport import, HttpContext http, Caller caller, IFileStore files, Database database, ImportedFields custom, string? optionsText,
        CancellationToken ct)
    {
        var asked = await Receive(import, http, caller, files, optionsText, ct);
        if (asked.Refused(out var refusal)) return refusal.ToProblem();
        var (file, options) = asked.Value;
        var opened = await Open(files, file, options, ct);
        if (opened.Refused(out refusal))
        {
            if (options.FileId is null) await files.Remove(caller.TenantId, file.Id, CancellationToken.None);
            return refusal.ToProblem();
        }
        var source = opened.Value;
        var rows = new List<PreviewRow>();
        await foreach (var (_, row) in source.Rows(ct))
        {
            var fault = row.Fault ?? (row.Cells.Count == source.Header.Count ? null
                : new RowReason("", "import/ragged-row", $"The row has {row.Cells.Count} cells, the header has {source.Header.Count}."));
            rows.Add(new PreviewRow
            {
                Line = row.Line,
                Fault = fault,
                Cells = [.. row.Cells.Select(cell => cell.Length <= PreviewCellChars ? cell : cell[..PreviewCellChars] + "…")],
            });
            if (rows.Count == PreviewRows) break;
        }
        if (options.FileId is null) await database.NoteKept(caller, file, ct);
        var fields = await custom.Of(import, caller.TenantId, caller.Roles, ct);
        Outcome<ImportPreview> outcome = new ImportPreview
        {
            FileId = file.Id,
            FileName = file.Name,
            Encoding = source.Encoding,
            Delimiter = source.Delimiter.ToString(),
            Columns = source.Header,
            Rows = rows,
            SuggestedMapping = ImportMapping.Suggest(fields, source.Header),
            Fields = [.. fields.Select(ImportFieldView.Of)],
            Policies = import.Policies,
        };
        return outcome.ToOk(http);
    }

    static Task<Outcome<ImportSource>> Open(IFileStore files, StoredFile file, ImportOptions options, CancellationToken ct) =>
        ImportSource.Open(() => files.Open(file), options.Encoding, options.Delimiter is { } d ? d[0] : null, ct);

    static async Task<Outcome<Asked>> Receive(IImport import, HttpContext http, Caller caller, IFileStore files, string? optionsText, CancellationToken ct)
    {
        StoredFile? sent = null;
        var options = new ImportOptions();
        if (http.Request.HasJsonContentType())
        {
            var body = await ReadJson(http.Request.Body, "", ct);
            if (body.Refused(out var bad)) return bad;
            options = body.Value;
        }
        else
        {
            var upload = await FileUpload.Receive(http, files, caller.TenantId, caller.MemberId, FileUpload.ForImport, ct);
            if (upload.Refused(out var bad)) return bad;
            sent = upload.Value.File;
            var other = upload.Value.Fields.Keys.FirstOrDefault(key => key != "options");
            var parsed = other is not null ? Refusal.Field(other, "request/unknown-field", $"The form has no field '{other}'; it has 'file' and 'options'.")
                : (upload.Value.Fields.GetValueOrDefault("options") ?? optionsText) is { Length: > 0 } text
                    ? await ReadJson(new MemoryStream(Encoding.UTF8.GetBytes(text)), "options.", ct)
                    : new Outcome<ImportOptions>?(new ImportOptions());
            if (parsed!.Value.Refused(out bad)) return await Refuse(bad);
            options = parsed.Value.Value;
        }
        if (options.Check(import).Refused(out var wrong)) return await Refuse(wrong);
        if (sent is not null && options.FileId is not null)
            return await Refuse(Refusal.Field("fileId", "import/two-files", "Send a file or name one, not both."));
        if (sent is not null) return new Asked(sent, options);
        if (options.FileId is not { } id) return Refusal.Field(
            http.Request.HasJsonContentType() ? "fileId" : "file", "import/file-missing", "Send a file, or name a stored one in fileId.");
        // A file is its sender's: what stands in it may be more than a colleague may see.
        return await files.Find(caller.TenantId, id, ct) is { } stored && (stored.CreatedBy == caller.MemberId || caller.SeesWholeTenant)
            ? new Asked(stored, options)
            : Refusal.NotFound("files/not-found", "There is no such file.");

        async Task<Outcome<Asked>> Refuse(Refusal no)
        {
            if (sent is not null) await files.Remove(caller.TenantId, sent.Id, CancellationToken.None);
            return no;
        }
    }

    static async Task<Outcome<ImportOptions>> ReadJson(Stream json, string prefix, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ImportOptions>(json, ApiJson.Options, ct) is { } options
                ? options
                : Refusal.BadRequest("request/bad-json", "The options are null.");
        }
        catch (JsonException e)
        {
            var refusal = BadBody.Explain(e);
            return refusal with { Errors = refusal.Errors?.ToDictionary(pair => prefix + pair.Key, pair => pair.Value) };
        }
    }

    static Resource ScopeOf(IImport import) => import.Resource switch
    {
        "opportunities" => Resource.Opportunities,
        "members" => Resource.Members,
        _ => Resource.Customers,
    };

    sealed record Asked(StoredFile File, ImportOptions Options);
}
