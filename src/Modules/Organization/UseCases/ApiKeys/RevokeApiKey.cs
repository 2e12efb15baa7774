using Crm.Organization.Access;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.ApiKeys;

/// <summary>Ends a key for good: on this node with the next request, on others within a second.</summary>
internal static class RevokeApiKey
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/api-keys/{id:guid}/revoke", Handle).WithName(nameof(RevokeApiKey)).WithTags("ApiKeys").WithSummary("Revokes an API key for good.")
            .RequireIfMatch().Answers<ApiKeyView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<ApiKeyView>(caller.Writes(), async (db, token) =>
        {
            if (await ApiKeyAccess.Find(db, caller, id, token) is not { } row) return ApiKeyAccess.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            row.RevokedAt ??= db.UtcNow();
            await db.SaveChangesAsync(token);
            return ApiKeyView.Of(row);
        }, ct)).ToOk(http);
}
