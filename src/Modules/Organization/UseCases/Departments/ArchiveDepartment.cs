using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Departments;

/// <summary>Archives an empty department and brings one back. Records keep the department they counted for.</summary>
internal static class ArchiveDepartment
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapDelete("/departments/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, true, version, caller, writes, http, ct))
            .WithName(nameof(ArchiveDepartment)).WithTags("Departments").WithSummary("Archives a department that has neither members nor departments below it.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<DepartmentView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/departments/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Handle(id, false, version, caller, writes, http, ct))
            .WithName("RestoreDepartment").WithTags("Departments").WithSummary("Brings an archived department back.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<DepartmentView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static async Task<IResult> Handle(
        Guid id, bool archive, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Set(db, id, archive, version, token), ct)).ToOk(http);

    static async Task<Outcome<DepartmentView>> Set(CrmDb db, Guid id, bool archive, ExpectedVersion version, CancellationToken ct)
    {
        if (await db.Set<Department>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row) return DepartmentFields.NotFound;
        if (version.Check(row.Version) is { } stale) return stale;
        if (archive && row.ArchivedAt is null)
        {
            if (row.ParentId is null) return Refusal.Conflict("departments/root", "The root is the company itself and is not archived.");
            if (await db.Set<Department>().AnyAsync(child => child.ParentId == id && child.ArchivedAt == null, ct)
                || await db.Set<Member>().AnyAsync(member => member.DepartmentId == id && member.ArchivedAt == null, ct))
                return Refusal.Conflict("departments/not-empty", "Move its members and the departments below it first.");
            row.ArchivedAt = db.UtcNow();
        }
        else if (!archive && row.ArchivedAt is not null)
        {
            if (!await db.Set<Department>().AnyAsync(parent => parent.Id == row.ParentId && parent.ArchivedAt == null, ct))
                return Refusal.Conflict("departments/parent-archived", "The department above it is archived. Restore that one first.");
            row.ArchivedAt = null;
        }
        await db.SaveChangesAsync(ct);
        return DepartmentView.Of(row);
    }
}
