using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.ApiKeys;

internal static class ListApiKeys
{
    static readonly ListSpec<ApiKey> Spec = new ListSpec<ApiKey>()
        .Filter("memberId", row => row.MemberId)
        .Filter("name", row => row.Name)
        .Filter("prefix", row => row.Prefix)
        .Filter("revokedAt", row => row.RevokedAt)
        .Filter("expiresAt", row => row.ExpiresAt)
        .Filter("lastUsedAt", row => row.LastUsedAt)
        .Sort("name", row => row.Name);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/api-keys", List).WithName(nameof(ListApiKeys)).WithTags("ApiKeys")
            .WithSummary("Lists the caller's API keys; everybody's for whoever manages API keys.")
            .Lists(Spec).Answers<Page<ApiKeyView>>();
        api.MapGet("/api-keys/{id:guid}", Get).WithName("GetApiKey").WithTags("ApiKeys").WithSummary("Reads an API key.")
            .Answers<ApiKeyView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(ApiKeyAccess.Visible(db, caller), query, ApiKeyView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<ApiKeyView> outcome = await ApiKeyAccess.Find(db, caller, id, ct) is { } row ? ApiKeyView.Of(row) : ApiKeyAccess.NotFound;
        return outcome.ToOk(http);
    }
}
