using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Members;

/// <summary>Puts a member into another department from now on. What they did before keeps counting for the old one.</summary>
internal static class MoveMember
{
    internal sealed record MoveMemberRequest
    {
        public required Guid DepartmentId { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/members/{id:guid}/move", Handle).WithName(nameof(MoveMember)).WithTags("Members")
            .WithSummary("Moves a member to another department.")
            .Requires(Permission.ManageMembers).RequireIfMatch().Answers<MemberView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(
        Guid id, MoveMemberRequest request, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Move(db, id, request.DepartmentId, version, caller, token), ct)).ToOk(http);

    static async Task<Outcome<MemberView>> Move(
        CrmDb db, Guid id, Guid departmentId, ExpectedVersion version, Caller caller, CancellationToken ct)
    {
        if (await MemberChanges.FindVisible(db, caller, id, ct) is not { ArchivedAt: null } member) return MemberChanges.NotFound;
        if (version.Check(member.Version) is { } stale) return stale;
        if (!await MemberFields.IsDepartmentInReach(db, caller, departmentId, ct))
            return Refusal.Field("departmentId", "departments/not-found", "There is no such department.");
        if (member.DepartmentId != departmentId) await MemberChanges.MoveNow(db, member, departmentId, ct);
        await db.SaveChangesAsync(ct);
        return await MemberView.Read(db, member, ct);
    }
}
