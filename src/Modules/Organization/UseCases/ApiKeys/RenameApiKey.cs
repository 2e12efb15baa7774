using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.ApiKeys;

/// <summary>Only the name: what a key may do and how long it lives is settled when it is made.</summary>
internal static class RenameApiKey
{
    internal sealed record EditableApiKey
    {
        public required string Name { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPatch("/api-keys/{id:guid}", Handle).WithName(nameof(RenameApiKey)).WithTags("ApiKeys").WithSummary("Renames an API key.")
            .RequireIfMatch().Answers<ApiKeyView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(
        Guid id, MergePatch<EditableApiKey> patch, ExpectedVersion version, Caller caller, Database database, HttpContext http, CancellationToken ct) =>
        (await database.Write<ApiKeyView>(caller.Writes(), async (db, token) =>
        {
            if (await ApiKeyAccess.Find(db, caller, id, token) is not { } row) return ApiKeyAccess.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(new EditableApiKey { Name = row.Name });
            if (patched.Refused(out var refusal)) return refusal;
            if (new FieldErrors().Required("name", patched.Value.Name, 100).ToRefusal("api-keys/invalid") is { } invalid) return invalid;
            row.Name = patched.Value.Name.Trim();
            await db.SaveChangesAsync(token);
            return ApiKeyView.Of(row);
        }, ct)).ToOk(http);
}
