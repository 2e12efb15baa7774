using System.Net.Http.Headers;
using Crm.Client;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Clients;

/// <summary>The generated C# client against the running host: what is exact in the API stays exact in the client's types.</summary>
public sealed class CSharpClientTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_program_signs_in_sells_and_reads_the_funnel_with_amounts_to_the_last_digit(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var ct = TestContext.Current.CancellationToken;
        await tenant.NewMember("program", ["administrator", "sales-manager"], []);
        using var http = tenant.Host.Anonymous();
        var crm = new CrmClient(http);

        var tokens = await crm.SignInAsync(new() { Tenant = tenant.Slug, UserName = "program", Password = TestTenant.Password }, ct);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        Assert.Equal("program", (await crm.GetMeAsync(ct)).Member.UserName);

        var customer = await crm.CreateCustomerAsync(new() { Name = "上海机床厂", RevenueMillions = 1234.5678m }, cancellationToken: ct);
        Assert.Equal(1234.5678m, customer.RevenueMillions);
        // Neither figure has an exact double: 99999999999.99 would come back as ...99.990005.
        var big = await Open(99_999_999_999.99m);
        var small = await Open(0.1m);
        Assert.Equal(99_999_999_999.99m, big.Amount.Amount);
        Assert.Equal(new DateOnly(2027, 2, 28), big.CloseDate);
        Assert.Equal((OpportunityStatus.Open, "Qualify", FunnelBand.Top), (big.Status, big.Stage, big.Band));

        small = await crm.AdvanceOpportunityAsync(small.Id, CrmClient.ETag(small.Version), new() { ToStage = "Discover" }, cancellationToken: ct);
        small = await crm.EditOpportunityAsync(small.Id, CrmClient.ETag(small.Version), new() { Amount = new() { Amount = 0.3m, Currency = "CNY" } }, cancellationToken: ct);
        Assert.Equal(("Discover", 0.3m), (small.Stage, small.Amount.Amount));
        // What the patch did not name stayed.
        Assert.Equal(new DateOnly(2027, 2, 28), small.CloseDate);

        var funnel = await crm.GetFunnelAsync(cancellationToken: ct);
        Assert.Equal((2, 100_000_000_000.29m), (funnel.Total.Count, funnel.Total.Amount));
        Assert.Equal(0.3m, Assert.Single(funnel.Stages, stage => stage.Key == "Discover").Amount);
        var past = await crm.GetOpportunityAsync(small.Id, small.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture), ct);
        Assert.Equal((0.1m, "Qualify"), (past.Amount.Amount, past.Stage));

        Task<Opportunity> Open(decimal amount) => crm.CreateOpportunityAsync(
            new() { Name = $"Deal {amount}", CustomerId = customer.Id, Amount = new() { Amount = amount, Currency = "CNY" }, CloseDate = new(2027, 2, 28) }, $"open-{amount}", ct);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_refusal_comes_as_an_exception_with_its_code_and_fields(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var ct = TestContext.Current.CancellationToken;
        using var http = tenant.Host.Anonymous();
        var crm = new CrmClient(http);

        var unknown = await Assert.ThrowsAnyAsync<CrmException>(() => crm.SignInAsync(new() { Tenant = tenant.Slug, UserName = "nobody", Password = "nothing" }, ct));
        Assert.Equal(401, unknown.StatusCode);
        Assert.StartsWith("auth/", unknown.Problem!.Code, StringComparison.Ordinal);

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant.Admin.AccessToken);
        var customer = await crm.CreateCustomerAsync(new() { Name = "Refused Ltd" }, cancellationToken: ct);
        var deal = await crm.CreateOpportunityAsync(new() { Name = "Refused", CustomerId = customer.Id }, cancellationToken: ct);

        var daydream = await Refused(() => crm.AdvanceOpportunityAsync(deal.Id, CrmClient.ETag(deal.Version), new() { ToStage = "Daydream" }, cancellationToken: ct), 400, "opportunities/unknown-stage");
        Assert.Equal("toStage", Assert.Single(daydream.Errors).Key);
        Assert.NotEmpty(daydream.TraceId);
        await Refused(() => crm.AdvanceOpportunityAsync(deal.Id, CrmClient.ETag(deal.Version), new() { ToStage = "Sign" }, cancellationToken: ct), 409, "opportunities/no-such-transition");
        await Refused(() => crm.AdvanceOpportunityAsync(deal.Id, CrmClient.ETag(7), new() { ToStage = "Discover" }, cancellationToken: ct), 412, null);
        await Refused(() => crm.GetOpportunityAsync(Guid.CreateVersion7(), cancellationToken: ct), 404, "opportunities/not-found");
        var amount = await Refused(() => crm.CreateOpportunityAsync(new() { Name = "x", CustomerId = customer.Id, Amount = new() { Amount = -1, Currency = "CNY" } }, cancellationToken: ct), 400, null);
        Assert.Contains(amount.Errors, error => error.Key.StartsWith("amount", StringComparison.Ordinal));
    }

    static async Task<Problem> Refused(Func<Task> call, int status, string? code)
    {
        var refused = await Assert.ThrowsAnyAsync<CrmException>(call);
        Assert.Equal(status, refused.StatusCode);
        Assert.NotNull(refused.Problem);
        if (code is not null) Assert.Equal(code, refused.Problem.Code);
        return refused.Problem;
    }
}
