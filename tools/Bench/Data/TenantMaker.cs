using System.Text.Json.Nodes;
using Crm.Bench.Hosts;

namespace Crm.Bench.Data;

/// <summary>Makes the tenant through the API, as a company would: set-up, a sales department, its manager and sellers, one opportunity in each stage.</summary>
internal static class TenantMaker
{
    const int Sellers = 20;
    const string Password = "Kestrel-2026!";
    static readonly string[] Stages = ["Qualify", "Discover", "Propose", "Negotiate", "Sign"];

    public static async Task<BenchTenant> Make(Api api, CancellationToken ct)
    {
        var set = await api.Post("/api/v1/setup", new JsonObject
        {
            ["code"] = BenchHost.SetupCode,
            ["tenant"] = "bench",
            ["displayName"] = "Bench",
            ["baseCurrency"] = "CNY",
            ["amountBasis"] = "Gross",
            ["timeZone"] = "Asia/Shanghai",
            ["language"] = "en",
            ["administrator"] = new JsonObject { ["userName"] = "admin", ["displayName"] = "Admin", ["password"] = Password },
        }, ct);
        await api.SignIn("admin", ct);
        var root = (string)(await api.Get("/api/v1/me", ct))["departments"]![0]!["id"]!;
        var department = await Id(api, "departments", new JsonObject { ["name"] = "Sales", ["parentId"] = root }, ct);
        await Member(api, BenchTenant.Manager, "sales-manager", department, Password, ct);
        var sellers = new List<Guid>();
        for (var n = 1; n <= Sellers; n++)
            sellers.Add(await Member(api, $"seller{n}", "salesperson", department, null, ct));

        await api.SignIn(BenchTenant.Manager, ct);
        var customer = await Id(api, "customers", new JsonObject { ["name"] = "Huadong Power" }, ct);
        var stages = new List<StageSample>();
        foreach (var stage in Stages)
            stages.Add(new(stage, await Open(api, customer, stage, ct)));
        var advanced = await Open(api, customer, Stages[0], ct);
        await api.Post($"/api/v1/opportunities/{advanced}/advance", new JsonObject { ["toStage"] = Stages[1] }, ct, "\"1\"");
        return new BenchTenant
        {
            TenantId = (Guid)set["tenantId"]!,
            SellerIds = [.. sellers],
            Stages = [.. stages],
            AdvancedId = advanced,
        };
    }

    static Task<Guid> Open(Api api, Guid customer, string stage, CancellationToken ct) => Id(api, "opportunities", new JsonObject
    {
        ["name"] = $"Substation monitoring, {stage}",
        ["customerId"] = customer,
        ["stage"] = stage,
        ["amount"] = new JsonObject { ["amount"] = 128_000, ["currency"] = "CNY" },
        ["closeDate"] = "2027-03-31",
        ["need"] = "Online monitoring of twelve transformers, with alarms on the duty officer's phone.",
        ["nextStep"] = "Send the revised proposal",
    }, ct);

    static Task<Guid> Member(Api api, string name, string role, Guid department, string? password, CancellationToken ct) => Id(api, "members", new JsonObject
    {
        ["userName"] = name,
        ["displayName"] = $"The {name}",
        ["departmentId"] = department,
        ["roles"] = new JsonArray(role),
        ["password"] = password,
    }, ct);

    static async Task<Guid> Id(Api api, string resource, JsonObject body, CancellationToken ct) => (Guid)(await api.Post($"/api/v1/{resource}", body, ct))["id"]!;
}
