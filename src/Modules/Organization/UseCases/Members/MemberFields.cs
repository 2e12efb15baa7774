using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>What creating and editing a member check alike.</summary>
internal static class MemberFields
{
    const int MaxRoles = 20;

    internal static Refusal NameTaken => Refusal.Conflict("members/name-taken", "Another member has this user name.") with
    {
        Errors = new Dictionary<string, string[]> { ["userName"] = ["Another member has this user name."] },
    };

    internal static FieldErrors Check(
        FieldErrors errors, string userName, string displayName, string? email, string? mobile, string? title, IReadOnlyList<string> roles) => errors
        .When(!Names.IsUserName(userName), "userName", $"2 to {Names.MaxUserName} letters, digits and . _ - @ +, beginning with a letter or digit.")
        .Required("displayName", displayName, 100)
        .When(email is not null && !Names.IsEmail(email), "email", "Not a mail address.")
        .Optional("mobile", mobile, 40)
        .Optional("title", title, 100)
        .When(roles.Count is 0 or > MaxRoles, "roles", $"1 to {MaxRoles} roles.")
        .When(roles.Any(role => role is null), "roles", "A role is named by its key.");

    internal static async Task<Outcome<List<Role>>> FindRoles(CrmDb db, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var wanted = keys.Distinct().ToArray();
        var found = await db.Set<Role>().AsNoTracking().Where(role => wanted.Contains(role.Key) && role.ArchivedAt == null).ToListAsync(ct);
        return wanted.Except(found.Select(role => role.Key)).ToList() is { Count: > 0 } missing
            ? Refusal.Field("roles", "roles/not-found", $"There is no role '{missing[0]}'.")
            : found;
    }

    internal static Grants GrantsOf(IEnumerable<Role> roles) => Grants.Combine(roles.Select(role => GrantsText.Read(role.Permissions, role.Scopes)));

    /// <summary>A manager of some departments' members puts nobody into another department.</summary>
    internal static async Task<bool> IsDepartmentInReach(CrmDb db, Caller caller, Guid departmentId, CancellationToken ct)
    {
        var rule = caller.ScopeOf(Resource.Members);
        return (rule.All || rule.Departments.Contains(departmentId))
            && await db.Set<Department>().AnyAsync(row => row.Id == departmentId && row.ArchivedAt == null, ct);
    }
}
