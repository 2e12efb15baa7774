using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Organization;

/// <summary>Bank accounts of legal entities, the holiday calendar and the fiscal year.</summary>
public sealed class CompanyTests(Hosts hosts)
{
    public static TheoryData<Engine> OnEngines => Engines.All;

    [Theory, MemberData(nameof(OnEngines))]
    public async Task A_legal_entity_has_one_default_account_in_each_currency_while_it_has_any(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var company = (await admin.Post("/api/v1/legal-entities", new { name = "Seller Ltd" })).Ok().Id;
        var first = await Account("ICBC", "6222 0000-0001", "CNY");
        Assert.True((bool)first["isDefault"]!);
        Assert.Equal("622200000001", (string?)first["accountNumber"]);
        var second = await Account("BOC", "4563 0000 0002", "CNY");
        Assert.False((bool)second["isDefault"]!);
        Assert.True((bool)(await Account("HSBC", "HK 000 333", "USD"))["isDefault"]!);

        (await admin.Delete($"/api/v1/bank-accounts/{first.Id}", "*")).Refused(HttpStatusCode.Conflict, "bank-accounts/default");
        (await admin.Patch($"/api/v1/bank-accounts/{first.Id}", new { isDefault = false }, "*")).Refused(HttpStatusCode.Conflict, "bank-accounts/default");
        (await admin.Patch($"/api/v1/bank-accounts/{second.Id}", new { isDefault = true }, "*")).Ok();
        Assert.False((bool)(await admin.Get($"/api/v1/bank-accounts/{first.Id}")).Ok()["isDefault"]!);
        (await admin.Delete($"/api/v1/bank-accounts/{first.Id}", "*")).Ok();
        var again = await Account("ICBC", "622200000001", "CNY");
        (await admin.Post($"/api/v1/bank-accounts/{first.Id}/restore", null, "*")).Refused(HttpStatusCode.Conflict, "bank-accounts/taken");
        (await admin.Post("/api/v1/bank-accounts", New(company, "Other", "6222-00000001", "CNY"))).Refused(HttpStatusCode.Conflict, "bank-accounts/taken");
        Assert.Single((await admin.Get($"/api/v1/bank-accounts?legalEntityId={company}&currency=CNY&isDefault=true")).Ok()["items"]!.AsArray());

        var bad = (await admin.Post("/api/v1/bank-accounts", New(company, "", "1", "XXX"))).Refused(HttpStatusCode.BadRequest, "bank-accounts/invalid");
        Assert.Equal(["account.accountNumber", "account.bank", "account.currency"], bad["errors"]!.AsObject().Select(error => error.Key));
        (await admin.Post("/api/v1/bank-accounts", New(Guid.NewGuid(), "ICBC", "999999", "CNY"))).Refused(HttpStatusCode.BadRequest, "legal-entities/not-found");
        Assert.NotNull(again);

        async Task<Answer> Account(string bank, string number, string currency) => (await admin.Post("/api/v1/bank-accounts", New(company, bank, number, currency))).Ok();

        static object New(Guid company, string bank, string number, string currency) => new { legalEntityId = company, account = new { bank, accountNumber = number, currency } };
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task The_published_holidays_are_taken_in_year_by_year_and_due_dates_follow_them(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var calendars = tenant.Host.Services.GetRequiredService<IBusinessCalendar>();
        Assert.Equal("2026-10-02", (string?)(await admin.Get("/api/v1/working-days?from=2026-10-01")).Ok()["next"]);
        var file = await File.ReadAllTextAsync(Path.Combine(Need.SharedData("cn_holidays"), "chinese-days.json"), TestContext.Current.CancellationToken);
        var years = (await admin.Post("/api/v1/calendar-days/import", file)).Ok()["years"]!.AsArray();
        Assert.Equal((2004, 2026), ((int)years[0]!["year"]!, (int)years[^1]!["year"]!));
        Assert.Equal(619 + 150, years.Sum(year => (int)year!["holidays"]! + (int)year["workdays"]!));

        // The Spring Festival of 2026 ends on Monday 23 February; Saturday 14 and 28 February are worked.
        Assert.Equal("2026-02-24", (string?)(await admin.Get("/api/v1/working-days?from=2026-02-14")).Ok()["next"]);
        var days = await calendars.WorkingDays(tenant.Id, TestContext.Current.CancellationToken);
        Assert.True(days.IsWorking(new(2026, 2, 14)));
        Assert.False(days.IsWorking(new(2026, 2, 16)));
        Assert.Equal(5, (int)(await admin.Get("/api/v1/working-days?from=2026-02-13&to=2026-02-27")).Ok()["between"]!);

        (await admin.Post("/api/v1/calendar-days/import", file)).Ok();
        Assert.Equal(769, (int)(await admin.Get("/api/v1/calendar-days?count=true&limit=1")).Ok()["totalCount"]!);
        (await admin.Put("/api/v1/calendar-days/2026-12-25", new { kind = "Holiday", nameEn = "Company day" })).Ok();
        Assert.Equal("2026-12-28", (string?)(await admin.Get("/api/v1/working-days?from=2026-12-24")).Ok()["next"]);
        (await admin.Delete("/api/v1/calendar-days/2026-12-25")).Ok();
        (await admin.Delete("/api/v1/calendar-days/2026-12-25")).Refused(HttpStatusCode.NotFound, "calendar/not-found");
        Assert.Equal("2026-12-25", (string?)(await admin.Get("/api/v1/working-days?from=2026-12-24")).Ok()["next"]);
    }

    [Fact]
    public async Task A_list_of_holidays_that_says_nonsense_is_refused_whole()
    {
        var admin = (await hosts.NewTenant(Engine.Sqlite)).Admin;
        var refused = (await admin.Post("/api/v1/calendar-days/import", new
        {
            holidays = new Dictionary<string, string> { ["2026-10-01"] = "National Day,国庆节,3", ["2026-13-01"] = "No month" },
            workdays = new Dictionary<string, string> { ["2026-10-01"] = "Both" },
        })).Refused(HttpStatusCode.BadRequest, "calendar/invalid");
        Assert.Equal(["holidays.2026-13-01", "workdays.2026-10-01"], refused["errors"]!.AsObject().Select(error => error.Key));
        Assert.Empty((await admin.Get("/api/v1/calendar-days")).Ok()["items"]!.AsArray());
        (await admin.Put("/api/v1/calendar-days/someday", new { kind = "Holiday" })).Refused(HttpStatusCode.BadRequest, "calendar/bad-date");
        (await admin.Get("/api/v1/working-days?from=2026-10-01&add=5000")).Refused(HttpStatusCode.BadRequest, "calendar/invalid");
        (await admin.Get("/api/v1/fiscal-years/1200")).Refused(HttpStatusCode.BadRequest, "calendar/bad-year");
    }

    [Theory, MemberData(nameof(OnEngines))]
    public async Task The_fiscal_year_begins_and_is_divided_as_the_company_says(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var calendars = tenant.Host.Services.GetRequiredService<IBusinessCalendar>();
        Assert.Equal("2026-01-01", (string?)(await tenant.Admin.Get("/api/v1/fiscal-years/2026")).Ok()["start"]);
        (await tenant.Admin.Patch("/api/v1/tenant", new { fiscalFirstMonth = 13 }, "*")).Refused(HttpStatusCode.BadRequest, "tenants/invalid");
        (await tenant.Admin.Patch("/api/v1/tenant", new { fiscalFirstMonth = 4, fiscalWeeks = "FourFourFive" }, "*")).Ok();
        var year = (await tenant.Admin.Get("/api/v1/fiscal-years/2027")).Ok();
        Assert.Equal("2026-03-30", (string?)year["start"]);
        Assert.Equal(12, year["months"]!.AsArray().Count);
        Assert.Equal(new FiscalCalendar(4, FiscalWeeks.FourFourFive), await calendars.Fiscal(tenant.Id, TestContext.Current.CancellationToken));
    }
}
