using System.Collections.Frozen;
using Crm.Opportunities.Domain;
using Crm.Platform.Security;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Opportunities;

/// <summary>What holds for funnel and pipeline over any lives, any filter and any reader.</summary>
public sealed class FunnelInvariants
{
    [Property(MaxTest = 100)]
    [Trait("Promise", "S-52")]
    public void Sums_of_cells_equal_a_recount_for_any_filter_and_any_reader(int seed)
    {
        var (changes, slice) = (Given.Lives(seed, 12, 150), Slice(seed));
        var funnel = new LiveFunnel();
        foreach (var change in changes) funnel.Apply(HistoryFacts.Of(change));

        var open = Latest(changes, changes.Count).Where(facts => slice.Of(facts) is not null).ToList();
        var told = funnel.Cells.Sum(slice);
        foreach (var stage in open.GroupBy(facts => (facts.MethodId, facts.Stage, facts.Band)))
        {
            var cell = told[stage.Key];
            Assert.Equal(stage.Count(), cell.Count);
            Assert.Equal(stage.Sum(facts => slice.Of(facts)!.Value.AmountE4), (long)cell.AmountE4);
            Assert.Equal(stage.Sum(facts => slice.Of(facts)!.Value.WeightedE4), (long)cell.WeightedE4);
            Assert.Equal(Median([.. stage.Select(facts => 800_000 - facts.EnteredOn.DayNumber)]), cell.Entered.MedianAge(800_000));
        }
        Assert.Equal(open.Count, told.Values.Sum(cell => cell.Count));
    }

    [Property(MaxTest = 100)]
    public void Changes_that_come_late_or_twice_lead_to_the_same_funnel(int seed)
    {
        var changes = Given.Lives(seed, 8, 100).Select(HistoryFacts.Of).ToList();
        var inOrder = new LiveFunnel();
        foreach (var change in changes) inOrder.Apply(change);

        var random = new Random(seed);
        var shuffled = changes.Concat(changes.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
        var late = new LiveFunnel();
        foreach (var change in shuffled) late.Apply(change);

        Assert.Equal((inOrder.Count, inOrder.VersionSum), (late.Count, late.VersionSum));
        Assert.Equal(inOrder.After(changes), (inOrder.Count, inOrder.VersionSum));
        Assert.Equal(new LiveFunnel().After(changes), (inOrder.Count, inOrder.VersionSum));
        Assert.Equal(Told(inOrder, Everything), Told(late, Everything));
    }

    [Property(MaxTest = 200)]
    [Trait("Promise", "S-52")]
    public void Closing_is_opening_and_the_terms_between_for_any_filter_any_reader_and_any_two_moments(int seed)
    {
        var (changes, slice) = (Given.Lives(seed, 10, 150), Slice(seed));
        var random = new Random(seed ^ 77);
        var from = random.Next(changes.Count + 1);
        var to = random.Next(from, changes.Count + 1);

        var between = new PipelineChange(slice);
        var last = Latest(changes, from).ToDictionary(facts => facts.OpportunityId);
        foreach (var facts in changes.Skip(from).Take(to - from).Select(HistoryFacts.Of))
        {
            between.Step(last.GetValueOrDefault(facts.OpportunityId), facts);
            last[facts.OpportunityId] = facts;
        }

        var (opening, closing) = (Total(Latest(changes, from), slice), Total(Latest(changes, to), slice));
        Assert.Equal(closing.Amount, opening.Amount + between.Net.AmountE4);
        Assert.Equal(closing.Count, opening.Count + between.Net.Count);
        foreach (var term in Enum.GetValues<PipelineTerm>().Where(term => term != PipelineTerm.Revalued)) Assert.True(between[term].AmountE4 >= 0);
        Assert.Equal(Enum.GetValues<PipelineTerm>().Sum(term => between[term].Count), between.Steps.Count);
    }

    [Property(MaxTest = 50)]
    public void Taking_out_what_was_put_in_leaves_nothing(int seed)
    {
        var cells = new FunnelCells();
        var facts = Given.Lives(seed, 8, 60).Select(HistoryFacts.Of).ToList();
        foreach (var one in facts) cells.Step(null, one);
        foreach (var one in facts) cells.Step(one, null);
        Assert.Empty(cells.Sum(Everything));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("5", 5.0)]
    [InlineData("1,2", 1.5)]
    [InlineData("9,1,5", 5.0)]
    public void The_median_age_is_that_of_the_days_since_each_entered(string ages, double? median)
    {
        var histogram = new DayHistogram();
        foreach (var age in ages.Split(',', StringSplitOptions.RemoveEmptyEntries)) histogram.Add(100 - int.Parse(age), 1);
        Assert.Equal((decimal?)median, histogram.MedianAge(100));
    }

    static FunnelSlice Everything => new() { Scope = ScopeRule.Everything };

    static FunnelSlice Slice(int seed)
    {
        var random = new Random(seed ^ 4711);
        return new FunnelSlice
        {
            Scope = random.Next(3) switch
            {
                0 => ScopeRule.Everything,
                1 => new ScopeRule { Me = Given.Owners[random.Next(4)] },
                _ => new ScopeRule { Me = Given.Owners[random.Next(4)], Departments = new[] { Given.Departments[random.Next(3)] }.ToFrozenSet() },
            },
            OwnerId = random.Next(3) == 0 ? Given.Owners[random.Next(4)] : null,
            Departments = random.Next(3) == 0 ? new[] { Given.Departments[random.Next(3)] }.ToFrozenSet() : null,
            Currency = random.Next(3) == 0 ? Given.Currencies[random.Next(4)] : null,
            ProductId = random.Next(3) == 0 ? Given.Products[random.Next(3)] : null,
        };
    }

    static IEnumerable<HistoryFacts> Latest(List<Change> changes, int upTo) =>
        changes.Take(upTo).Select(HistoryFacts.Of).GroupBy(facts => facts.OpportunityId).Select(versions => versions.MaxBy(facts => facts.Version)!).ToList();

    static (int Count, Int128 Amount) Total(IEnumerable<HistoryFacts> facts, FunnelSlice slice) => facts.Select(one => slice.Of(one)).OfType<Figures>()
        .Aggregate((Count: 0, Amount: Int128.Zero), (sum, figures) => (sum.Count + 1, sum.Amount + figures.AmountE4));

    static string Told(LiveFunnel funnel, FunnelSlice slice) => string.Join("; ", funnel.Cells.Sum(slice)
        .Select(cell => $"{cell.Key}: {cell.Value.Count} {cell.Value.AmountE4} {cell.Value.WeightedE4} {cell.Value.Entered.MedianAge(800_000)}").Order());

    static decimal Median(List<int> ages)
    {
        ages.Sort();
        return ages.Count % 2 == 1 ? ages[ages.Count / 2] : (ages[ages.Count / 2 - 1] + ages[ages.Count / 2]) / 2m;
    }
}
