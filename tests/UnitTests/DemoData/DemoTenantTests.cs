using System.Text.Json;
using Crm.DemoData;
using Crm.Methodology.Sdk;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.DemoData;

public sealed class DemoTenantTests
{
    static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    static readonly DemoTenant Tenant = DemoTenant.Generate(2026, Now);

    [Fact]
    public void The_same_seed_and_instant_give_the_same_tenant() =>
        Assert.Equal(JsonSerializer.Serialize(DemoTenant.Generate(7, Now)), JsonSerializer.Serialize(DemoTenant.Generate(7, Now)));

    [Fact]
    public void Another_seed_gives_another_history() =>
        Assert.NotEqual(JsonSerializer.Serialize(DemoTenant.Generate(7, Now)), JsonSerializer.Serialize(DemoTenant.Generate(8, Now)));

    [Fact]
    public void It_has_the_people_customers_and_products_that_were_promised()
    {
        Assert.Equal(20, Tenant.Members.Count);
        Assert.Equal(20, Tenant.Members.Select(m => m.UserName).Distinct().Count());
        Assert.Equal(3, Tenant.Members.Where(m => m.DepartmentPath.Count > 0).Select(m => m.DepartmentPath[0]).Distinct().Count());
        Assert.All(DemoTenant.SignIns, name => Assert.Contains(Tenant.Members, m => m.UserName == name));
        Assert.Equal(3, Tenant.Members.Count(m => m.LeadsDepartment));
        Assert.Equal(400, Tenant.Customers.Select(c => c.Name).Distinct().Count());
        Assert.InRange(Tenant.Customers.Count(c => c.IsAbroad), 30, 80);
        Assert.Equal(15, Tenant.Products.Select(p => p.Code).Distinct().Count());
    }

    [Fact]
    public void Every_credit_code_has_valid_check_characters_and_stands_once()
    {
        var codes = Tenant.Customers.Where(c => !c.IsAbroad).Select(c => c.UnifiedSocialCreditCode!).ToList();
        Assert.All(codes, code => Assert.True(CreditCode.IsValid(code), code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.True(CreditCode.IsValid("91350100M000100Y43"));
        Assert.False(CreditCode.IsValid("91350100M000100Y44"));
    }

    [Fact]
    public void The_history_looks_like_two_years_of_a_sales_company()
    {
        var all = Tenant.Opportunities;
        Assert.InRange(all.Count, 600, 1500);
        var byStatus = all.CountBy(o => o.Moments[^1].Status).ToDictionary();
        Assert.InRange(byStatus["Open"], 80, 350);
        Assert.True(byStatus["Won"] > 100 && byStatus["Lost"] > 100 && byStatus["Abandoned"] > 10 && byStatus.GetValueOrDefault("OnHold") > 0);
        // Every stage of both methods has something open in it.
        Assert.Equal(8, all.Where(o => o.Moments[^1].Status == "Open").Select(o => o.Moments[^1].Stage).Distinct().Count());
        Assert.Contains(all, o => Slips(o) >= 2);
        Assert.Contains(all, o => o.Moments.Select(m => m.Owner).Distinct().Count() > 1);
        Assert.Contains(all, o => o.Moments.Any(m => m.IsClosed) && !o.Moments[^1].IsClosed || o.Moments.Count(m => m.IsClosed) > 1);
        Assert.Contains(all, o => o.Currency == "USD");
        // Owners differ: the best wins clearly more often than the worst.
        var rates = all.Where(o => o.Moments[^1].IsClosed).GroupBy(o => o.Moments[0].Owner)
            .Select(g => g.Count(o => o.Moments[^1].Status == "Won") / (double)g.Count()).Order().ToList();
        Assert.Equal(10, rates.Count);
        Assert.True(rates[^1] - rates[0] > 0.1);
    }

    [Fact]
    public void Everybody_who_signs_in_has_something_to_do_and_a_seller_has_work_behind_at_hand_and_ahead()
    {
        foreach (var name in DemoTenant.SignIns)
            Assert.Contains(Tenant.Tasks, task => task.Parts.Any(part => part.UserName == name && part.DoneAtUtc is null));
        var mine = Tenant.Tasks.Where(task => task.Parts.Any(part => part.UserName == "seller" && part.DoneAtUtc is null)).ToList();
        Assert.Contains(mine, task => task.DueAtUtc < Now);
        Assert.Contains(mine, task => task.DueAtUtc > Now);
        Assert.Contains(Tenant.Tasks, task => task.ForAll && task.Parts.Any(part => part.DoneAtUtc is not null) && task.Parts.Any(part => part.DoneAtUtc is null));
        Assert.Equal(6, Tenant.Activities.Select(activity => activity.Kind).Distinct().Count());
        Assert.InRange(Tenant.Activities.Count, 300, 3000);
    }

    [Property(MaxTest = 12)]
    public void Whatever_the_seed_nothing_was_done_before_its_opportunity_was_there_or_after_the_present(int seed)
    {
        var tenant = DemoTenant.Generate(seed, Now);
        var opened = tenant.Opportunities.ToDictionary(deal => deal.Key, deal => deal.Moments[0].AtUtc);
        var people = tenant.Members.Select(member => member.UserName).ToHashSet();
        foreach (var activity in tenant.Activities)
        {
            Assert.InRange(activity.AtUtc, activity.OpportunityKey is { } key ? opened[key] : DateTime.MinValue, Now);
            Assert.All([activity.Owner, .. activity.Colleagues], name => Assert.Contains(name, people));
        }
        foreach (var task in tenant.Tasks)
        {
            Assert.True(task.MadeAtUtc < Now);
            Assert.All(task.Parts, part => Assert.True(people.Contains(part.UserName) && (part.DoneAtUtc is null || (part.DoneAtUtc > task.MadeAtUtc && part.DoneAtUtc < Now))));
        }
        Assert.Equal(tenant.Tasks.Count, tenant.Tasks.Select(task => task.Key).Distinct().Count());
        Assert.All(tenant.Opportunities, deal => Assert.Equal(deal.NextStep is null, deal.NextStepDate is null));
    }

    [Property(MaxTest = 12)]
    public void Whatever_the_seed_every_history_is_one_that_could_have_happened(int seed)
    {
        var tenant = DemoTenant.Generate(seed, Now);
        var methods = Methods();
        var customers = tenant.Customers.ToDictionary(c => c.Key);
        var members = tenant.Members.ToDictionary(m => m.UserName);
        var products = tenant.Products.Select(p => p.Code).ToHashSet();
        foreach (var opportunity in tenant.Opportunities)
        {
            var customer = customers[opportunity.CustomerKey];
            Assert.True(customer.KnownAtUtc < opportunity.Moments[0].AtUtc);
            Assert.Equal(opportunity.Moments[^1].Amount, opportunity.Lines.Sum(line => line.Amount));
            Assert.All(opportunity.Lines, line => Assert.True(line.Amount > 0 && line.Quantity > 0 && decimal.Round(line.Amount, 2) == line.Amount && products.Contains(line.ProductCode)));
            Assert.Equal(customer.IsAbroad ? "USD" : "CNY", opportunity.Currency);
            CheckMoments(opportunity, methods[opportunity.Type is "NewProject" or "Tender" ? "project-selling" : "relationship-selling"], members);
        }
    }

    static void CheckMoments(DemoOpportunity opportunity, MethodDefinition method, Dictionary<string, DemoMember> members)
    {
        var open = method.Stages.Where(s => s.Class == StageClass.Open).OrderBy(s => s.Order).Select(s => s.Key).ToList();
        var won = method.Stages.Single(s => s.Class == StageClass.Won).Key;
        DemoMoment? before = null;
        foreach (var moment in opportunity.Moments)
        {
            Assert.True(moment.AtUtc < Now && moment.AtUtc >= Now.AddYears(-2).Date);
            Assert.True(moment.AtUtc > members[moment.Owner].JoinedAtUtc);
            Assert.Contains(moment.Stage, open);
            Assert.True(moment.Amount is > 0 and < 100_000_000m);
            if (moment.IsClosed) Assert.False(string.IsNullOrEmpty(moment.Reason));
            if (before is null)
            {
                Assert.Equal((open[0], "Open"), (moment.Stage, moment.Status));
                before = moment;
                continue;
            }
            Assert.True(moment.AtUtc > before.AtUtc);
            if (moment.Stage != before.Stage)
            {
                Assert.Equal(("Open", "Open"), (before.Status, moment.Status));
                Assert.Contains(method.Transitions, t => t.From == before.Stage && t.To == moment.Stage);
                if (open.IndexOf(moment.Stage) < open.IndexOf(before.Stage)) Assert.False(string.IsNullOrEmpty(moment.Reason));
            }
            if (moment.Status == "Won")
            {
                Assert.Equal("Open", before.Status);
                Assert.Contains(method.Transitions, t => t.From == moment.Stage && t.To == won);
            }
            if (moment.IsClosed && moment.Status != before.Status) Assert.Equal(WorkDate(moment.AtUtc), moment.CloseDate);
            if (before.IsClosed) Assert.Equal("Open", moment.Status);
            before = moment;
        }
    }

    static int Slips(DemoOpportunity opportunity) =>
        opportunity.Moments.Zip(opportunity.Moments.Skip(1)).Count(pair => !pair.Second.IsClosed && pair.Second.CloseDate > pair.First.CloseDate);

    static DateOnly WorkDate(DateTime at) => DateOnly.FromDateTime(at.AddHours(8));

    /// <summary>The definitions as the shipped plugins give them.</summary>
    static Dictionary<string, MethodDefinition> Methods() =>
        new[] { "project-selling", "relationship-selling" }
            .Select(id => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plugins", id), "Crm.Methods.*.dll", SearchOption.AllDirectories).Single())
            .Select(path => System.Reflection.Assembly.LoadFrom(path))
            .Select(assembly => (ISalesMethod)Activator.CreateInstance(assembly.GetExportedTypes().Single(t => t.IsAssignableTo(typeof(ISalesMethod))))!)
            .Select(method => method.Describe()).ToDictionary(method => method.Id);
}
