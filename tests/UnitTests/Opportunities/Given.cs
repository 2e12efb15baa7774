using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform;

namespace Crm.UnitTests.Opportunities;

/// <summary>Opportunities, processes and random lives of them.</summary>
static class Given
{
    public static readonly Guid Tenant = Guid.Parse("01930000-0000-7000-8000-000000000001");
    public static readonly Guid[] Owners = [.. Enumerable.Range(1, 4).Select(i => Guid.Parse($"01930000-0000-7000-8000-00000000010{i}"))];
    public static readonly Guid[] Departments = [.. Enumerable.Range(1, 3).Select(i => Guid.Parse($"01930000-0000-7000-8000-00000000020{i}"))];
    public static readonly Guid[] Products = [.. Enumerable.Range(1, 3).Select(i => Guid.Parse($"01930000-0000-7000-8000-00000000030{i}"))];
    public static readonly Currency Cny = Currency.Parse("CNY");
    public static readonly string[] Currencies = ["CNY", "USD", "JPY", "KWD"];

    public static readonly Process Project = new(
        "project", "1.0.0",
        [
            new("Qualify", 1, StageClass.Open, FunnelBand.Top, 1000, ForecastCategory.Pipeline),
            new("Discover", 2, StageClass.Open, FunnelBand.Upper, 2500, ForecastCategory.Pipeline),
            new("Propose", 3, StageClass.Open, FunnelBand.Middle, 5000, ForecastCategory.BestCase),
            new("Negotiate", 4, StageClass.Open, FunnelBand.Lower, 7500, ForecastCategory.MostLikely),
            new("Sign", 5, StageClass.Open, FunnelBand.Lower, 9000, ForecastCategory.Commit),
            new("Won", 6, StageClass.Won, FunnelBand.Lower, 10000, ForecastCategory.Closed),
            new("Lost", 7, StageClass.Lost, FunnelBand.Lower, 0, ForecastCategory.Omitted),
        ],
        [
            ("Qualify", "Discover"), ("Qualify", "Propose"), ("Discover", "Propose"), ("Propose", "Negotiate"), ("Negotiate", "Sign"), ("Propose", "Sign"),
            ("Discover", "Qualify"), ("Propose", "Discover"), ("Negotiate", "Propose"), ("Sign", "Negotiate"),
            ("Propose", "Won"), ("Negotiate", "Won"), ("Sign", "Won"),
            ("Qualify", "Lost"), ("Discover", "Lost"), ("Propose", "Lost"), ("Negotiate", "Lost"), ("Sign", "Lost"),
        ]);

    static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Moment At(int minute) => new(Start.AddMinutes(minute), DateOnly.FromDateTime(Start.AddMinutes(minute)), Owners[0]);

    public static OpportunityFields Fields(decimal amount = 1000, string currency = "CNY") => new()
    {
        Name = "Deal",
        CustomerId = Products[0],
        Type = OpportunityType.NewProject,
        AmountMode = AmountMode.Manual,
        Amount = amount,
        Currency = Currency.Parse(currency),
        CloseDate = new DateOnly(2026, 6, 30),
        OwnerId = Owners[0],
        DepartmentId = Departments[0],
    };

    public static Opportunity Open(OpportunityFields? fields = null, decimal rate = 1, Guid? id = null) =>
        Opportunity.Open(Tenant, id ?? Guid.CreateVersion7(), fields ?? Fields(), Project, null, rate, Cny, At(0)).Value.After;

    /// <summary>A random life of several opportunities: every change that was not refused, in the order in which it happened.</summary>
    public static List<Change> Lives(int seed, int opportunities, int steps)
    {
        var random = new Random(seed);
        var all = new Dictionary<Guid, Opportunity>();
        var changes = new List<Change>();
        for (var i = 0; i < steps; i++)
        {
            var at = At(i * 60 * 7);
            if (all.Count < opportunities && random.Next(3) == 0 || all.Count == 0)
            {
                Take(Opportunity.Open(Tenant, Guid.CreateVersion7(at.Now), Random(random, null), Project, null, Rate(random), Cny, at));
                continue;
            }
            var one = all.Values.ElementAt(random.Next(all.Count));
            var stage = Project.Stages[random.Next(Project.Stages.Count)].Key;
            Take(random.Next(14) switch
            {
                0 or 1 => one.Advance(Project, stage, null, at),
                2 => one.MoveBack(Project, stage, "Back", at),
                3 => one.Win(Project, null, null, at),
                4 => one.Lose(Project, "Price", null, null, at),
                5 => one.Abandon(Project, "No time", null, at),
                6 => one.Hold(null, at),
                7 => one.Resume(null, at),
                8 => one.Reopen("Again", at),
                9 => one.Revalue(Rate(random), at),
                10 => one.ArchivedAt is null ? one.Archive(at) : one.Restore(at),
                _ => one.Edit(Random(random, one), Rate(random), at),
            });
        }
        return changes;

        void Take(Outcome<Change> outcome)
        {
            if (outcome.IsRefused) return;
            changes.Add(outcome.Value);
            all[outcome.Value.After.Id] = outcome.Value.After;
        }
    }

    static decimal Rate(Random random) => random.Next(1, 100_000) / 10_000m;

    static OpportunityFields Random(Random random, Opportunity? now)
    {
        var currency = Currency.Parse(random.Next(3) == 0 && now is not null ? now.CurrencyCode : Currencies[random.Next(Currencies.Length)]);
        var lines = Enumerable.Range(0, random.Next(4))
            .Select(_ => OpportunityLine.Priced(Products[random.Next(3)], random.Next(1, 50) / 4m, random.Next(0, 10_000_000) / 1_000_000m, currency)).ToList();
        var owner = random.Next(4);
        return Fields(random.Next(0, 1_000_000) / 1000m, currency.Code) with
        {
            Lines = lines,
            AmountMode = lines.Count > 0 && random.Next(2) == 0 ? AmountMode.Lines : AmountMode.Manual,
            OwnerId = Owners[owner],
            DepartmentId = Departments[owner % 3],
            Team = random.Next(3) == 0 ? [new TeamMember(Owners[random.Next(4)], "Presales")] : [],
            CloseDate = random.Next(5) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(700)),
            ManualProbability = random.Next(4) == 0 ? random.Next(0, 10_001) / 10_000m : null,
            ProbabilityReason = "Felt so",
            ManualCategory = random.Next(6) == 0 ? ForecastCategory.Omitted : null,
        };
    }
}
