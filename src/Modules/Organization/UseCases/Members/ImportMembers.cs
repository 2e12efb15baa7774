using System.Text;
using Crm.Contracts;
using Crm.Contracts.Organization;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Members;

/// <summary>Members and their departments from CSV. Who is imported cannot sign in until an administrator sets a password.</summary>
internal sealed class ImportMembers(IMemberIntake intake) : IImport
{
    const string OnMissingUserName = "onMissingUserName";
    const string OnManager = "onManager";
    const string BeyondCode = "members/beyond-own-rights";

    public string Resource => "members";

    public Permission Permission => Permission.ManageMembers;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        ImportFields.Key("工号"),
        new("displayName", FieldKind.Text) { IsRequired = true, MaxChars = 100, AlsoKnownAs = ["name", "sales_agent", "姓名", "员工姓名"] },
        new("userName", FieldKind.Text) { MaxChars = 60, AlsoKnownAs = ["login", "user", "用户名", "账号"] },
        new("email", FieldKind.Text) { MaxChars = 200, AlsoKnownAs = ["mail", "邮箱", "电子邮件"] },
        new("department", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["regional_office", "office", "部门"] },
        new("manager", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["上级", "主管", "经理"] },
        new("role", FieldKind.Choice) { Choices = Roles, AlsoKnownAs = ["角色"] },
        new("language", FieldKind.Choice) { Choices = ["zh-CN", "en"], AlsoKnownAs = ["语言"] },
    ];

    public IReadOnlyList<ImportPolicy> Policies { get; } =
    [
        new(OnMissingUserName, ["fromName", "refuse"], "What to do without a user name: make it from the name, or refuse the row."),
        new(OnManager, ["team", "ignore"], "What a manager's name means: a team below the department, led by that manager; or nothing."),
    ];

    static string[] Roles =>
    [
        BuiltInRoles.Salesperson, BuiltInRoles.SalesManager, BuiltInRoles.Presales, BuiltInRoles.SalesOperations, BuiltInRoles.Marketing, BuiltInRoles.Finance,
        BuiltInRoles.Service, BuiltInRoles.Shipping, BuiltInRoles.Planning, BuiltInRoles.Administrator, BuiltInRoles.ReadOnly,
    ];

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var beyond = await RolesBeyond(db, run.Me, ct);
        await TakeInManagers(db, run, rows, beyond, ct);
        var wanted = new List<MemberIntake>();
        foreach (var row in rows)
        {
            if (Wanted(run, row) is not { } member) continue;
            if (member.Roles.FirstOrDefault(beyond.ContainsKey) is { } role) row.Refuse("role", BeyondCode, beyond[role]);
            else wanted.Add(member);
        }
        var answers = new Queue<IntakeAnswer>(await intake.TakeIn(db, wanted, ct));
        return [.. rows.Select(row => row.IsRefused ? new IntakeAnswer(IntakeResult.Refused, null, []) : answers.Dequeue())];
    }

    /// <summary>The roles that whoever imports may not give, with why: a file is no way round the rule that holds for each member by hand.</summary>
    static async Task<Dictionary<string, string>> RolesBeyond(CrmDb db, Guid importer, CancellationToken ct)
    {
        var giver = await MemberChanges.GrantsOf(db, importer, ct);
        var roles = await db.Set<Role>().AsNoTracking().Where(role => role.ArchivedAt == null).ToListAsync(ct);
        return roles
            .Select(role => (role.Key, Beyond: Administration.Beyond(giver.Permissions, GrantsText.Read(role.Permissions, role.Scopes))))
            .Where(role => role.Beyond.Count > 0)
            .ToDictionary(role => role.Key, role => $"You do not have these rights of the role yourself: {string.Join(", ", role.Beyond)}.");
    }

    static MemberIntake? Wanted(ImportRun run, RowValues row)
    {
        var name = row.Text("displayName")!;
        var userName = row.Text("userName");
        if (userName is null)
        {
            if (run.Policy(OnMissingUserName) == "refuse")
            {
                row.Refuse("userName", "import/value-missing", "'userName' is empty.");
                return null;
            }
            userName = UserNameOf(name);
            row.Warn("userName", ImportRules.UserNameFromName, name, userName);
        }
        return new MemberIntake
        {
            Key = run.KeyOf(row),
            UserName = userName,
            DisplayName = name,
            Email = row.Text("email"),
            DepartmentPath = PathOf(run, row),
            Roles = [row.Text("role") ?? BuiltInRoles.Salesperson],
            Language = row.Text("language"),
        };
    }

    /// <summary>Managers who stand in the file only as somebody's manager are members too.</summary>
    async Task TakeInManagers(
        CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, Dictionary<string, string> beyond, CancellationToken ct)
    {
        if (run.Policy(OnManager) == "ignore") return;
        if (beyond.TryGetValue(BuiltInRoles.SalesManager, out var why))
        {
            foreach (var row in rows.Where(row => row.Text("manager") is not null)) row.Refuse("manager", BeyondCode, why);
            return;
        }
        var managers = rows.Where(row => row.Text("manager") is not null)
            .GroupBy(row => UserNameOf(row.Text("manager")!)).Select(group => group.First()).ToList();
        var answers = await intake.TakeIn(db, [.. managers.Select(row => new MemberIntake
        {
            UserName = UserNameOf(row.Text("manager")!), DisplayName = row.Text("manager")!, DepartmentPath = PathOf(run, row), LeadsDepartment = true,
            Roles = [BuiltInRoles.SalesManager],
        })], ct);
        foreach (var (row, answer) in managers.Zip(answers))
        {
            if (answer.Result == IntakeResult.Refused)
                foreach (var reason in answer.Reasons) row.Refuse("manager", reason.Code, reason.Detail);
            else if (answer.Result == IntakeResult.Created)
                row.Warn("manager", ImportRules.TeamOfManager, row.Text("manager")!, UserNameOf(row.Text("manager")!));
        }
    }

    static List<string> PathOf(ImportRun run, RowValues row)
    {
        List<string> path = [];
        if (row.Text("department") is { } department) path.Add(department);
        if (run.Policy(OnManager) == "team" && row.Text("manager") is { } manager) path.Add(manager);
        return path;
    }

    static string UserNameOf(string name)
    {
        var userName = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) userName.Append(c);
            else if (userName.Length > 0 && userName[^1] != '.') userName.Append('.');
        }
        var made = userName.ToString().Trim('.');
        return made.Length <= 60 ? made : made[..60];
    }
}
