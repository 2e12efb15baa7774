using System.Security.Cryptography;
using System.Text;
using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.RecordFiles;

/// <summary>Content as it comes for a file on a record: received within the tenant's limits, and judged by its bytes.</summary>
static class ReceivedContent
{
    /// <summary>Longer than the longest upload takes, shorter than anybody would miss the space.</summary>
    static readonly TimeSpan KeepFor = TimeSpan.FromDays(1);

    /// <param name="http">The request.</param>
    /// <param name="command">Who sends.</param>
    /// <param name="files">Where it goes.</param>
    /// <param name="limits">The tenant's.</param>
    /// <param name="name">What it will be called; null when its own name counts.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Outcome<StoredFile>> Receive(HttpContext http, Command command, IFileStore files, FileLimits limits, string? name, CancellationToken ct)
    {
        if (http.Request.ContentLength is { } announced)
        {
            // A form has a little more than its file.
            if (announced > limits.MaxFileBytes + 64 * 1024) return FileStore.TooLarge(limits.MaxFileBytes);
            if (limits.UsedBytes + announced - 64 * 1024 > limits.QuotaBytes) return FileLimits.OverQuota();
        }
        var received = await FileUpload.Receive(
            http, files, command.Caller.TenantId, command.Caller.MemberId, new UploadTerms(limits.MaxFileBytes, name ?? "", KeepFor), ct);
        if (received.Refused(out var refusal)) return refusal;
        if (received.Value.File is not { } file) return Refusal.Field("file", "files/missing", "The form has no part 'file'.");
        var wrong = received.Value.Fields.Keys.FirstOrDefault() is { } other
            ? Refusal.Field(other, "request/unknown-field", $"The form has no field '{other}'; what there is to say of a file stands in the query.")
            : Judge(file, name ?? file.Name, limits);
        if (wrong is null) return file;
        await files.Remove(command.Caller.TenantId, file.Id, CancellationToken.None);
        return wrong;
    }

    /// <summary>What was asked is the content and what is said of it. A form's boundary is new with each sending and would make the same call another one.</summary>
    public static WriteContext Writes(Command command, string operation, StoredFile file, params string?[] said)
    {
        if (command.Key is not { } key) return command.Writes;
        var asked = string.Join('\n', [operation, file.Sha256, .. said.Select(one => one?.Length + ":" + one)]);
        return command.Caller.Writes(key with { RequestHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked))) });
    }

    /// <summary>In the caller's transaction: the content is used and paid for.</summary>
    public static async Task<Outcome<StoredFile>> Take(CrmDb db, IFileStore files, StoredFile sent, CancellationToken ct)
    {
        var held = await files.Use(db, sent, ct);
        if (held.Id == sent.Id && await FileLimits.Charge(db, sent.Length, ct) is { } over) return over;
        return held;
    }

    static Refusal? Judge(StoredFile file, string name, FileLimits limits)
    {
        if (file.Length == 0) return Refusal.Field("file", "files/empty", "The file is empty.");
        var found = FileFormats.Of(file.Format);
        if (FileFormats.WhyNot(found, name) is { } mismatch) return Refused("files/type-mismatch", mismatch);
        var kind = FileFormats.KindOf(found, name);
        return limits.Kinds.Contains(kind) ? null : Refused("files/kind-not-allowed", $"This tenant takes no files of the kind {kind}.");
    }

    static Refusal Refused(string code, string detail) => new(RefusalKind.Unsupported, code, detail, new Dictionary<string, string[]> { ["file"] = [detail] });
}
