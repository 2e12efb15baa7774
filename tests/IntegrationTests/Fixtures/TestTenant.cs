using Crm.Contracts;
using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>
/// A tenant with two sales departments, a rate for USD and EUR, and an administrator. Members come by role when asked for:
/// <c>await tenant.As(BuiltInRoles.Salesperson)</c>.
/// </summary>
public sealed class TestTenant
{
    public const string Password = "Kestrel-2026!";
    public const string North = "North";
    public const string South = "South";

    static int _members;

    TestTenant(TestHost host, Guid id, string slug)
    {
        Host = host;
        Id = id;
        Slug = slug;
    }

    public TestHost Host { get; }

    public Guid Id { get; }

    public string Slug { get; }

    /// <summary>Signed in as an administrator who also directs sales: sees and may do everything in the tenant.</summary>
    public Session Admin { get; private set; } = null!;

    internal static async Task<TestTenant> Create(TestHost host, string? slug)
    {
        slug ??= $"t{Guid.CreateVersion7():n}"[..24];
        var intake = host.Services.GetRequiredService<ITenantIntake>();
        var ct = TestContext.Current.CancellationToken;
        var made = await intake.Ensure(new TenantIntake(slug, $"Tenant {slug}", "CNY", AmountBasis.Gross, "Asia/Shanghai", "en"), ct);
        var tenant = new TestTenant(host, made.TenantId, slug);
        await tenant.Write<Nothing>(async (db, cancellation) =>
        {
            await intake.SetPlanningRates(db, [new("USD", new(2020, 1, 1), 7.1m, "test"), new("EUR", new(2020, 1, 1), 7.8m, "test")], cancellation);
            return Nothing.Value;
        });
        intake.Refresh(made.TenantId);
        tenant.Admin = await tenant.As([BuiltInRoles.Administrator, BuiltInRoles.SalesManager, BuiltInRoles.SalesOperations], []);
        return tenant;
    }

    /// <summary>Signs a new member in: of the role, in the department (North unless said; a manager leads it).</summary>
    public Task<Session> As(string role, string department = North) => As([role], [department]);

    /// <param name="roles">One or more of <see cref="BuiltInRoles"/>.</param>
    /// <param name="departmentPath">From below the root down; empty is the root itself. Departments are made when missing.</param>
    public async Task<Session> As(string[] roles, string[] departmentPath)
    {
        var userName = $"{roles[0]}{Interlocked.Increment(ref _members)}";
        var member = await NewMember(userName, roles, departmentPath);
        return await Session.SignIn(Host, Slug, userName, Password, member);
    }

    /// <summary>A member who is not signed in.</summary>
    public async Task<Guid> NewMember(string userName, string[] roles, string[] departmentPath)
    {
        var row = new MemberIntake
        {
            UserName = userName,
            DisplayName = $"The {userName}",
            DepartmentPath = departmentPath,
            LeadsDepartment = roles.Contains(BuiltInRoles.SalesManager),
            Roles = roles,
            Password = Password,
        };
        var intake = Host.Services.GetRequiredService<IMemberIntake>();
        var answer = await Write(async (db, ct) => Outcome<IntakeAnswer>.Of((await intake.TakeIn(db, [row], ct))[0]));
        Assert.True(answer.Id is not null, string.Join("; ", answer.Reasons.Select(r => $"{r.Field}: {r.Detail}")));
        Host.Services.GetRequiredService<ITenantIntake>().Refresh(Id);
        return answer.Id.Value;
    }

    /// <summary>A unit of work in this tenant, past the API: for setting a scene or for looking behind it.</summary>
    public async Task<T> Write<T>(Func<CrmDb, CancellationToken, Task<Outcome<T>>> work) =>
        (await Host.Database.Write(new WriteContext(Id, null), work, TestContext.Current.CancellationToken)).Value;

    /// <summary>A context of this tenant for reading. Dispose it.</summary>
    public CrmDb Read() => Host.Database.Read(Id);
}
