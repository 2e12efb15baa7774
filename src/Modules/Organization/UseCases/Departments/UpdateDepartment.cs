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

internal static class UpdateDepartment
{
    internal sealed record EditableDepartment
    {
        public required string Name { get; init; }

        public Guid? LeaderId { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPatch("/departments/{id:guid}", Handle).WithName(nameof(UpdateDepartment)).WithTags("Departments").WithSummary("Renames a department or changes its leader.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<DepartmentView>().Refuses(RefusalKind.NotFound);

    static async Task<IResult> Handle(
        Guid id, MergePatch<EditableDepartment> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Update(db, id, patch, version, token), ct)).ToOk(http);

    static async Task<Outcome<DepartmentView>> Update(
        CrmDb db, Guid id, MergePatch<EditableDepartment> patch, ExpectedVersion version, CancellationToken ct)
    {
        if (await db.Set<Department>().SingleOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null, ct) is not { } row) return DepartmentFields.NotFound;
        if (version.Check(row.Version) is { } stale) return stale;
        var patched = patch.ApplyTo(new EditableDepartment { Name = row.Name, LeaderId = row.LeaderId });
        if (patched.Refused(out var refusal)) return refusal;
        if (new FieldErrors().Required("name", patched.Value.Name, 100).ToRefusal("departments/invalid") is { } invalid) return invalid;
        if (patched.Value.LeaderId is { } leader && leader != row.LeaderId && !await DepartmentFields.IsMember(db, leader, ct))
            return Refusal.Field("leaderId", "members/not-found", "There is no such member.");
        row.Name = patched.Value.Name.Trim();
        row.LeaderId = patched.Value.LeaderId;
        await db.SaveChangesAsync(ct);
        return DepartmentView.Of(row);
    }
}
