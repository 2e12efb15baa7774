using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.ApiKeys;

/// <summary>Everybody has the own keys; whoever manages API keys has those of all members within reach.</summary>
internal static class ApiKeyAccess
{
    internal static Refusal NotFound => Refusal.NotFound("api-keys/not-found", "There is no such API key.");

    internal static IQueryable<ApiKey> Visible(CrmDb db, Caller caller)
    {
        var keys = db.Set<ApiKey>();
        var me = caller.MemberId;
        if (!caller.Has(Permission.ManageApiKeys)) return keys.Where(row => row.MemberId == me);
        var scope = caller.ScopeOf(Resource.Members);
        if (scope.All) return keys;
        var members = db.Set<Member>().InScope(scope);
        return keys.Where(row => row.MemberId == me || members.Any(member => member.Id == row.MemberId));
    }

    internal static Task<ApiKey?> Find(CrmDb db, Caller caller, Guid id, CancellationToken ct) =>
        Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, ct);
}
