using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Opportunities;

/// <summary>What holds for an opportunity whatever happens to it.</summary>
public sealed class OpportunityInvariants
{
    [Property(MaxTest = 200)]
    [Trait("Promise", "S-19")]
    public void After_any_life_status_stage_and_figures_agree(int seed)
    {
        foreach (var change in Given.Lives(seed, 5, 120))
        {
            var now = change.After;
            var stage = Given.Project.Find(now.Stage);
            Assert.NotNull(stage);
            Assert.Equal(now.Status == OpportunityStatus.Won, now.ProbabilityE4 == 10_000 && stage.Class == StageClass.Won);
            if (now.Status is OpportunityStatus.Lost or OpportunityStatus.Abandoned) Assert.Equal((0, StageClass.Lost), (now.ProbabilityE4, stage.Class));
            if (!now.IsClosed) Assert.Equal((StageClass.Open, now.OpenStage), (stage.Class, now.Stage));
            Assert.Equal(now.IsClosed, now.CloseReason is { Length: > 0 } && now.ClosedOn is not null && now.ClosedAt is not null);
            Assert.Equal(now.Status == OpportunityStatus.Won, now.Category == ForecastCategory.Closed);

            if (now.AmountMode == AmountMode.Lines) Assert.Equal(now.Lines.Sum(line => line.Amount), now.Amount);
            Assert.Equal(Rounding.ToMinor(now.Amount * now.Rate, Given.Cny), now.BaseAmount);
            Assert.Equal(Rounding.ToMinor(now.BaseAmount * now.Probability, Given.Cny), now.Weighted);
            Assert.Equal(Rounding.ToMinor(now.Amount, now.Currency), now.Amount);
            Assert.DoesNotContain(now.Team, member => member.MemberId == now.OwnerId);
        }
    }

    [Property(MaxTest = 200)]
    [Trait("Promise", "S-19")]
    public void Every_step_takes_the_next_version_at_a_later_instant_with_a_reason(int seed)
    {
        var last = new Dictionary<Guid, Opportunity>();
        foreach (var change in Given.Lives(seed, 5, 120))
        {
            Assert.NotEmpty(change.Reason);
            Assert.Equal(change.Before, last.GetValueOrDefault(change.After.Id));
            Assert.Equal((change.Before?.Version ?? 0) + 1, change.After.Version);
            if (change.Before is { } before)
            {
                Assert.True(change.After.UpdatedAt > before.UpdatedAt);
                if (before.Stage != change.After.Stage && change.Kind is ChangeKind.Advanced or ChangeKind.MovedBack or ChangeKind.Won)
                    Assert.True(Given.Project.Allows(before.Stage, change.After.Stage));
            }
            last[change.After.Id] = change.After;
        }
    }

    [Property(MaxTest = 200)]
    [Trait("Promise", "S-17")]
    public void Every_push_of_the_close_date_is_counted_and_the_first_date_stays(int seed)
    {
        var pushes = new Dictionary<Guid, (int Count, int Days, DateOnly? First)>();
        foreach (var change in Given.Lives(seed, 3, 120))
        {
            var (count, days, first) = pushes.GetValueOrDefault(change.After.Id);
            if (change.Before?.CloseDate is { } was && change.After.CloseDate > was)
                (count, days) = (count + 1, days + change.After.CloseDate!.Value.DayNumber - was.DayNumber);
            pushes[change.After.Id] = (count, days, first ?? change.After.CloseDate);
            Assert.Equal(pushes[change.After.Id], (change.After.SlipCount, change.After.DaysSlipped, change.After.OriginalCloseDate));
        }
    }

    [Property(MaxTest = 200)]
    public void The_shares_of_the_products_add_up_to_the_whole_when_the_lines_make_the_amount(int seed)
    {
        foreach (var now in Given.Lives(seed, 5, 60).Select(change => change.After).Where(o => o.AmountMode == AmountMode.Lines))
        {
            var shares = now.Shares();
            Assert.Equal((now.AmountE4, now.BaseAmountE4, now.WeightedE4), (shares.Sum(s => s.AmountE4), shares.Sum(s => s.BaseE4), shares.Sum(s => s.WeightedE4)));
        }
    }

    [Fact]
    public void A_won_opportunity_is_reopened_where_it_stood_and_its_former_close_is_left_behind()
    {
        var open = Given.Open();
        var proposed = open.Advance(Given.Project, "Propose", null, Given.At(1)).Value;
        Assert.Equal(["Discover"], proposed.Skipped);
        var won = proposed.After.Win(Given.Project, null, null, Given.At(2)).Value.After;
        var again = won.Reopen("They cancelled", Given.At(3)).Value.After;
        Assert.Equal(("Propose", FunnelBand.Middle, 5000, null), (again.Stage, again.Band, again.ProbabilityE4, again.ClosedOn));
    }

    [Fact]
    public void The_figures_of_a_closed_opportunity_are_frozen_and_its_words_are_not()
    {
        var lost = Given.Open().Lose(Given.Project, "Price", null, null, Given.At(1)).Value.After;
        Assert.Equal("opportunities/closed", lost.Edit(lost.AsFields() with { Amount = 5 }, null, Given.At(2)).Refusal.Code);
        Assert.Equal("Learned much", lost.Edit(lost.AsFields() with { Need = "Learned much" }, null, Given.At(2)).Value.After.Need);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_000_001)]
    [InlineData(1_000_000_000_000_000)]
    public void An_amount_lies_between_nothing_and_a_hundred_thousand_million(decimal amount) =>
        Assert.Contains("amount", Opportunity.Open(Given.Tenant, Guid.CreateVersion7(), Given.Fields(amount), Given.Project, null, 1, Given.Cny, Given.At(0)).Refusal.Errors!.Keys);

    [Fact]
    public void An_amount_that_grows_too_large_at_the_planning_rate_is_refused() =>
        Assert.Equal("opportunities/amount-too-large", Opportunity.Open(
            Given.Tenant, Guid.CreateVersion7(), Given.Fields(100_000_000_000m, "USD"), Given.Project, null, 7.1m, Given.Cny, Given.At(0)).Refusal.Code);

    [Fact]
    public void A_loss_to_a_competitor_names_it() =>
        Assert.Equal("opportunities/winner-missing", Given.Open().Lose(Given.Project, "Competitor", null, null, Given.At(1)).Refusal.Code);

    [Fact]
    public void A_past_that_could_not_have_happened_is_refused()
    {
        var open = Given.Open();
        PastMoment Then(OpportunityStatus status, string stage, string? reason = "So it was") =>
            new(Given.At(10), status, stage, 1000, new DateOnly(2026, 6, 30), Given.Owners[0], Given.Departments[0], reason);
        Assert.Equal("opportunities/no-such-transition", open.Follow(Given.Project, Then(OpportunityStatus.Open, "Sign"), null).Refusal.Code);
        Assert.Equal("opportunities/unknown-stage", open.Follow(Given.Project, Then(OpportunityStatus.Open, "Elsewhere"), null).Refusal.Code);
        Assert.Equal("opportunities/reason-missing", open.Follow(Given.Project, Then(OpportunityStatus.Lost, "Qualify", null), null).Refusal.Code);
        var steps = open.Follow(Given.Project, Then(OpportunityStatus.Won, "Propose") with { Amount = 1200, CloseDate = new DateOnly(2026, 1, 1) }, null).Value;
        Assert.Equal([ChangeKind.Edited, ChangeKind.Advanced, ChangeKind.Won], steps.Select(step => step.Kind));
        Assert.Equal(new DateOnly(2026, 1, 1), steps[^1].After.ClosedOn);
        Assert.Empty(steps[^1].After.Follow(Given.Project, Then(OpportunityStatus.Won, "Propose") with { Amount = 1200 }, null).Value);
    }
}
