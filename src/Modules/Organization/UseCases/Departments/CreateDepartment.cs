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

internal static class CreateDepartment
{
    internal sealed record NewDepartment
    {
        public required string Name { get; init; }

        public required Guid ParentId { get; init; }

        /// <summary>The member who leads it.</summary>
        public Guid? LeaderId { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/departments", Handle).WithName(nameof(CreateDepartment)).WithTags("Departments").WithSummary("Creates a department.")
            .Requires(Permission.ManageOrganization).Idempotent().Answers<DepartmentView>(StatusCodes.Status201Created);

    static async Task<IResult> Handle(NewDepartment request, Command command, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        if (new FieldErrors().Required("name", request.Name, 100).ToRefusal("departments/invalid") is { } invalid) return invalid.ToProblem();
        return (await writes.Write(command.Writes, (db, token) => Create(db, request, token), ct)).ToCreated(http);
    }

    static async Task<Outcome<DepartmentView>> Create(CrmDb db, NewDepartment request, CancellationToken ct)
    {
        if (await db.Set<Department>().SingleOrDefaultAsync(row => row.Id == request.ParentId && row.ArchivedAt == null, ct) is not { } parent)
            return DepartmentFields.ParentNotFound;
        if (parent.Path.Count(letter => letter == '/') - 1 >= DepartmentTree.MaxDepth)
            return Refusal.Field("parentId", "departments/too-deep", $"At most {DepartmentTree.MaxDepth} levels.");
        if (request.LeaderId is { } leader && !await DepartmentFields.IsMember(db, leader, ct))
            return Refusal.Field("leaderId", "members/not-found", "There is no such member.");
        var id = Guid.CreateVersion7(db.UtcNow());
        var row = new Department
        {
            Id = id,
            Name = request.Name.Trim(),
            ParentId = parent.Id,
            Path = DepartmentTree.PathOf(parent.Path, id),
            LeaderId = request.LeaderId,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return DepartmentView.Of(row);
    }
}
