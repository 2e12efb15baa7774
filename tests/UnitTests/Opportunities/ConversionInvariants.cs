using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Opportunities;

/// <summary>Conversion rates over any lives equal what somebody counts who goes through each life step by step.</summary>
public sealed class ConversionInvariants
{
    [Property(MaxTest = 200)]
    [Trait("Promise", "S-88")]
    public void Conversions_equal_a_recount_for_any_cohort_and_any_window(int seed)
    {
        var changes = Given.Lives(seed, 15, 200);
        var random = new Random(seed ^ 5);
        var (from, to) = (Given.At(random.Next(40_000)).Now, Given.At(40_000 + random.Next(50_000)).Now);
        var now = Given.At(200 * 60 * 7).Now;
        var window = TimeSpan.FromMinutes(random.Next(1, 40_000));

        var count = new ConversionCount(from, to, now, window);
        foreach (var life in changes.GroupBy(change => change.After.Id)) count.Add(Entries([.. life]));

        foreach (var a in Given.Project.Stages)
        {
            foreach (var b in Given.Project.Stages.Where(b => b != a))
                Assert.Equal(Recount(changes, a.Key, b.Key, from, to, now, window), count.Of("project", a.Key, b.Key));
        }
    }

    [Property(MaxTest = 50)]
    public void A_rate_is_at_most_one_and_nobody_is_resolved_who_did_not_enter(int seed)
    {
        var changes = Given.Lives(seed, 15, 150);
        var count = new ConversionCount(Given.At(0).Now, Given.At(1_000_000).Now, Given.At(150 * 60 * 7).Now, TimeSpan.FromDays(seed % 30 + 31));
        foreach (var life in changes.GroupBy(change => change.After.Id)) count.Add(Entries([.. life]));
        foreach (var (a, b) in Given.Project.Stages.SelectMany(a => Given.Project.Stages.Select(b => (a.Key, b.Key))))
        {
            var conversion = count.Of("project", a, b);
            Assert.True(conversion.Converted <= conversion.Resolved && conversion.Resolved <= conversion.Entered);
            Assert.Equal(conversion.Resolved < 30, conversion.IsSmall);
            Assert.Equal(conversion.Resolved == 0, conversion.Rate is null);
        }
    }

    // As the rows tell it: every version carries the instant at which its stage was entered.
    static List<StageEntry> Entries(List<Change> life) =>
    [
        .. life.GroupBy(change => (change.After.Stage, change.After.StageEnteredAt))
            .Select(stay => new StageEntry(life[0].After.Id, life[0].After.MethodId, stay.Key.Stage, stay.Min(change => change.After.Version), stay.Key.StageEnteredAt, life[^1].After.IsClosed))
            .OrderBy(entry => entry.Version),
    ];

    static Conversion Recount(List<Change> changes, string a, string b, DateTime from, DateTime to, DateTime now, TimeSpan window)
    {
        var (entered, resolved, converted) = (0, 0, 0);
        foreach (var life in changes.GroupBy(change => change.After.Id).Select(life => life.ToList()))
        {
            var steps = life.Where(Enters).Select(change => (change.After.Stage, At: change.After.UpdatedAt)).ToList();
            var start = steps.FindIndex(step => step.Stage == a && step.At >= from && step.At < to);
            if (start < 0) continue;
            entered++;
            var end = steps[start].At + window;
            var came = steps.Skip(start + 1).Any(step => step.Stage == b && step.At <= end);
            if (came) converted++;
            if (came || life[^1].After.IsClosed || end <= now) resolved++;
        }
        return new Conversion(entered, resolved, converted);
    }

    static bool Enters(Change change) => change.Kind switch
    {
        ChangeKind.Opened or ChangeKind.Advanced or ChangeKind.MovedBack or ChangeKind.Won or ChangeKind.Lost or ChangeKind.Reopened => true,
        ChangeKind.Abandoned => change.Before!.Stage != change.After.Stage,
        _ => false,
    };
}
