using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Departments;

/// <summary>Puts a department, with everything below it, under another one.</summary>
internal static class MoveDepartment
{
    internal sealed record MoveDepartmentRequest
    {
        public required Guid ParentId { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/departments/{id:guid}/move", Handle).WithName(nameof(MoveDepartment)).WithTags("Departments")
            .WithSummary("Moves a department with everything below it.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<DepartmentView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, MoveDepartmentRequest request, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Move(db, id, request.ParentId, version, token), ct)).ToOk(http);

    static async Task<Outcome<DepartmentView>> Move(CrmDb db, Guid id, Guid parentId, ExpectedVersion version, CancellationToken ct)
    {
        if (await db.Set<Department>().SingleOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null, ct) is not { } moved) return DepartmentFields.NotFound;
        if (version.Check(moved.Version) is { } stale) return stale;
        if (moved.ParentId == parentId) return DepartmentView.Of(moved);
        switch ((await DepartmentFields.Tree(db, ct)).CanMove(id, parentId))
        {
            case MoveVerdict.Unknown: return DepartmentFields.NotFound;
            case MoveVerdict.ParentUnknown: return DepartmentFields.ParentNotFound;
            case MoveVerdict.Root: return Refusal.Conflict("departments/root", "The root is the company itself and stands under nothing.");
            case MoveVerdict.Cycle: return Refusal.Conflict("departments/cycle", "A department cannot stand under itself or under one of its own.");
            case MoveVerdict.TooDeep: return Refusal.Conflict("departments/too-deep", $"The tree would have more than {DepartmentTree.MaxDepth} levels.");
        }
        var parent = await db.Set<Department>().SingleAsync(row => row.Id == parentId, ct);
        var (former, formerParent) = (moved.Path, moved.ParentId);
        var path = DepartmentTree.PathOf(parent.Path, id);
        foreach (var row in await db.Set<Department>().AsTracking().Where(row => row.Path.StartsWith(former)).ToListAsync(ct))
            row.Path = path + row.Path[former.Length..];
        moved.ParentId = parentId;
        db.Publish(new DepartmentMoved(id, formerParent, parentId, db.UtcNow()));
        await db.SaveChangesAsync(ct);
        return DepartmentView.Of(moved);
    }
}
