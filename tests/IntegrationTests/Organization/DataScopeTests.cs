using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Organization;

/// <summary>
/// One sight of the tenant for each data scope, told alike by the list, the single record, the funnel, the pipeline of a moment, its change and
/// the stream. Each deal has an amount of its own, so that a sum names the deals in it.
/// </summary>
public sealed class DataScopeTests(Hosts hosts)
{
    // Company: Root. North with Harbour below it. South.
    const int Mine = 1;
    const int Colleagues = 10;
    const int Harbours = 100;
    const int Souths = 1_000;
    const int Roots = 10_000;

    static readonly string[] North = [TestTenant.North];
    static readonly string[] Harbour = [TestTenant.North, "Harbour"];
    static readonly string[] South = [TestTenant.South];

    public static TheoryData<Engine, string, int> Scopes
    {
        get
        {
            var data = new TheoryData<Engine, string, int>();
            foreach (ITheoryDataRow engine in Engines.All)
            {
                foreach (var (scope, sum) in new[]
                {
                    ("None", 0), ("Own", Mine), ("Department", Mine + Colleagues), ("Subtree", Mine + Colleagues + Harbours),
                    ("All", Mine + Colleagues + Harbours + Souths + Roots),
                })
                    data.Add((Engine)engine.GetData()[0]!, scope, sum);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    [Trait("Promise", "S-26")]
    public async Task Lists_funnel_pipeline_changes_and_stream_show_what_the_scope_reaches(Engine engine, string scope, int sum)
    {
        var tenant = await hosts.NewTenant(engine);
        var before = Now();
        using var reader = await Reader(tenant, scope, North);
        var deals = await Deals(tenant, reader);

        await Sees(reader, before, sum);
        foreach (var (amount, id) in deals)
        {
            var path = $"/api/v1/opportunities/{id}";
            var isSeen = sum / amount % 10 == 1;
            foreach (var answer in new[] { await reader.Get(path), await reader.Get($"{path}/history"), await reader.Get($"{path}?asOf={Now()}") })
            {
                if (isSeen) answer.Ok();
                else answer.Refused(HttpStatusCode.NotFound);
            }
            if (!isSeen) (await reader.Post($"{path}/advance", new { toStage = "Discover" }, "*")).Refused(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task Who_moves_to_another_department_sees_the_new_one_at_once_and_keeps_the_own(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var before = Now();
        using var reader = await Reader(tenant, "Department", North);
        using var northern = await Reader(tenant, "Department", North);
        await Deals(tenant, reader);
        await Sees(reader, before, Mine + Colleagues);
        var south = await DepartmentOf(tenant, TestTenant.South);

        (await tenant.Admin.Post($"/api/v1/members/{reader.MemberId}/move", new { departmentId = south }, "*")).Ok();

        await Sees(reader, before, Mine + Souths);
        // What was sold for the north keeps counting for it.
        await Sees(northern, before, Mine + Colleagues);
        Assert.Equal(Mine + Colleagues, await Funnel(tenant.Admin, $"?departmentId={await DepartmentOf(tenant, TestTenant.North)}", less: Harbours));
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task An_open_stream_follows_the_right_to_see_and_ends_with_the_member(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var reader = await Reader(tenant, "Department", North);
        await Deals(tenant, reader);
        using var stream = await Open(reader);
        Assert.Equal(Mine + Colleagues, await stream.Next());

        (await tenant.Admin.Post($"/api/v1/members/{reader.MemberId}/move", new { departmentId = await DepartmentOf(tenant, TestTenant.South) }, "*")).Ok();
        Assert.Equal(Mine + Souths, await stream.Next());

        (await tenant.Admin.Post($"/api/v1/members/{reader.MemberId}/disable", null, "*")).Ok();
        Assert.Null(await stream.Next());
    }

    static async Task Sees(Session reader, string before, int sum)
    {
        var list = (await reader.Get("/api/v1/opportunities?limit=200&count=true")).Ok();
        Assert.Equal(sum, list["items"]!.AsArray().Sum(row => (decimal)row!["amount"]!["amount"]!));
        Assert.Equal(list["items"]!.AsArray().Count, (int)list["totalCount"]!);
        Assert.Equal(sum, await Funnel(reader, ""));
        Assert.Equal(sum, await Funnel(reader, "?groupBy=band"));
        var now = Now();
        Assert.Equal(sum, (decimal)(await reader.Get($"/api/v1/pipeline?asOf={now}")).Ok()["total"]!["amount"]!);
        var changes = (await reader.Get($"/api/v1/pipeline/changes?from={before}&to={now}&items=true")).Ok();
        Assert.Equal((sum, sum), ((decimal)changes["new"]!["amount"]!, (decimal)changes["closing"]!["amount"]!));
        Assert.Equal(sum, changes["items"]!.AsArray().Sum(item => (decimal)item!["amount"]!));
        using var stream = await Open(reader);
        Assert.Equal(sum, await stream.Next());
    }

    static async Task<decimal> Funnel(Session reader, string query, int less = 0) =>
        (decimal)(await reader.Get($"/api/v1/funnel{query}")).Ok()["total"]!["amount"]! - less;

    static async Task<Session> Reader(TestTenant tenant, string scope, string[] department)
    {
        var key = $"sees-{scope}".ToLowerInvariant();
        await tenant.Admin.Post("/api/v1/roles", new
        {
            key,
            name = key,
            permissions = new[] { "ReadOrganization", "ReadOpportunities", "WorkOpportunities", "ReadFunnel" },
            scopes = new Dictionary<string, string> { ["Opportunities"] = scope },
        });
        return await tenant.As([key], department);
    }

    static async Task<IReadOnlyList<(int Amount, Guid Id)>> Deals(TestTenant tenant, Session reader)
    {
        var customer = (await tenant.Admin.Post("/api/v1/customers", new { name = "Everybody's" })).Ok().Id;
        var deals = new List<(int, Guid)>
        {
            await Deal(tenant, customer, reader.MemberId, Mine),
            await Deal(tenant, customer, await Seller(tenant, North), Colleagues),
            await Deal(tenant, customer, await Seller(tenant, Harbour), Harbours),
            await Deal(tenant, customer, await Seller(tenant, South), Souths),
            await Deal(tenant, customer, await Seller(tenant, []), Roots),
        };
        return deals;
    }

    static async Task<(int, Guid)> Deal(TestTenant tenant, Guid customer, Guid ownerId, int amount) => (amount, (await tenant.Admin.Post("/api/v1/opportunities", new
    {
        name = $"Deal of {amount}",
        customerId = customer,
        type = "NewProject",
        ownerId,
        amount = new { amount, currency = "CNY" },
        closeDate = "2027-03-31",
    })).Ok().Id);

    static Task<Guid> Seller(TestTenant tenant, string[] department) =>
        tenant.NewMember($"seller{Guid.CreateVersion7():n}"[..30], [BuiltInRoles.Salesperson], department);

    static async Task<Guid> DepartmentOf(TestTenant tenant, string name) =>
        (Guid)(await tenant.Admin.Get($"/api/v1/departments?q={name}")).Ok()["items"]!.AsArray().Single()!["id"]!;

    static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    static async Task<FunnelStream> Open(Session reader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream?topics=funnel");
        var response = await reader.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new FunnelStream(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    sealed class FunnelStream(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        /// <summary>The total of the next funnel told; null when the stream has ended.</summary>
        public async Task<decimal?> Next()
        {
            using var deadline = new CancellationTokenSource(Eventually.Deadline);
            while (await reader.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal)) return (decimal)JsonNode.Parse(line[6..])!["total"]!["amount"]!;
            }
            return null;
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
