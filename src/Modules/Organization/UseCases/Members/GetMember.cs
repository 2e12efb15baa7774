using Crm.Organization.Accounts;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Members;

internal static class GetMember
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/members/{id:guid}", Handle).WithName(nameof(GetMember)).WithTags("Members").WithSummary("Reads a member.")
            .Requires(Permission.ReadOrganization).Answers<MemberView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<MemberView> outcome = await MemberChanges.FindVisible(db, caller, id, ct) is { } member
            ? await MemberView.Read(db, member, ct)
            : MemberChanges.NotFound;
        return outcome.ToOk(http);
    }
}
