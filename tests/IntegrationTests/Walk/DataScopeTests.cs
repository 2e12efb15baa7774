using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Within one tenant: what lies beyond a member's data scope is as if it were not there, by whatever operation.</summary>
public sealed class DataScopeTests(Hosts hosts)
{
    /// <summary>The records that have an owner, whose scope decides. All else is the whole tenant's: products, departments, who works here.</summary>
    static readonly string[] Scoped = ["customers", "contacts", "opportunities", "jobs", "files", "import-files", "api-keys", "activities", "tasks", "notifications"];

    public static TheoryData<Engine, string> NarrowRoles
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var engine in Engines.All)
            {
                foreach (var role in new[] { BuiltInRoles.Salesperson, BuiltInRoles.SalesManager, BuiltInRoles.Presales }) data.Add(engine, role);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(NarrowRoles))]
    [Trait("Promise", "S-26")]
    public async Task Another_departments_record_is_answered_as_one_that_nobody_has(Engine engine, string role)
    {
        var tenant = await hosts.NewTenant(engine);
        var surface = await ApiSurface.Of(tenant.Host);
        using var member = await tenant.As(role, TestTenant.North);
        using var south = await tenant.As([BuiltInRoles.SalesManager], [TestTenant.South]);
        var hidden = new Scene(surface, tenant, south);
        var own = new Scene(surface, tenant, tenant.Admin);
        foreach (var resource in Scoped) await hidden.Any(resource);

        var stranger = new Stranger(own, member, hidden, Scoped.Contains);
        await stranger.Walk();
        foreach (var operation in surface.Operations.Where(operation => operation.Method == HttpMethod.Get && !operation.InPath.Any()))
        {
            var answer = await member.Send(await own.Requests.To(operation));
            if (answer.Text.Contains(hidden.Mark, StringComparison.Ordinal)) Assert.Fail($"{operation} told {role} of the North what is the South's: {answer.Text}");
        }

        Assert.True(stranger.Findings.Count == 0, string.Join("\n\n", stranger.Findings));
        Assert.True(stranger.Named > 30, $"Only {stranger.Named} ids were named.");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task Another_departments_records_are_not_counted(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        var own = new Scene(await ApiSurface.Of(tenant.Host), tenant, north);
        var counted = own.Surface.Lists.Where(list => list.InQuery.Any(parameter => parameter.Name == "count") && list.InQuery.All(parameter => !parameter.IsRequired) && Scoped.Contains(Resources.Of(list.Path))).ToList();
        foreach (var resource in new[] { "customers", "contacts", "opportunities" }) await own.Any(resource);
        var before = await Counts(north, counted);

        using var south = await tenant.As([BuiltInRoles.SalesManager], [TestTenant.South]);
        var hidden = new Scene(own.Surface, tenant, south);
        foreach (var resource in Scoped) await hidden.Any(resource);

        Assert.Equal(before, await Counts(north, counted));
        Assert.True(counted.Count >= 4, "Lists that count were not found.");
    }

    static async Task<List<string>> Counts(Session member, List<ApiOperation> lists)
    {
        var counts = new List<string>();
        foreach (var list in lists) counts.Add($"{list.Id} {(await member.Get($"{list.Path}?count=true")).Ok()["totalCount"]}");
        foreach (var figure in new[] { "funnel", "pipeline" }) counts.Add((await member.Get($"/api/v1/{figure}")).Ok()["total"]!.ToJsonString());
        return counts;
    }
}
