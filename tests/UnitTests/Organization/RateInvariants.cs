using Crm.Contracts.Organization;
using Crm.Organization.Domain;
using Crm.Platform;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Organization;

/// <summary>What holds for planning rates whatever was set.</summary>
public sealed class RateInvariants
{
    static readonly DateOnly Start = new(2026, 1, 1);

    [Property]
    public void The_rate_of_a_day_is_the_latest_that_had_begun(byte[] begun, byte asked)
    {
        var rates = begun.Distinct().Select(day => new PlanningRate("USD", "CNY", day + 1, Start.AddDays(day), "test")).ToList();

        var found = new RateTable("CNY", rates).On("USD", Start.AddDays(asked));

        Assert.Equal(rates.Where(rate => rate.From <= Start.AddDays(asked)).MaxBy(rate => rate.From), found);
        Assert.Equal(1m, new RateTable("CNY", rates).On("CNY", Start.AddDays(asked))!.Rate);
    }

    [Property]
    public void What_the_rules_take_is_stored_to_the_last_decimal(decimal rate, ushort day)
    {
        var errors = RateRules.Check(new FieldErrors(), "rates[0]", "CNY", "USD", Start.AddDays(day % 20_000), rate, "test");
        if (!errors.Any) Assert.Equal(rate, Scaled.Rate(Scaled.Rate(rate)));
        else Assert.True(rate <= 0 || rate > Scaled.MaxRate || decimal.Round(rate, RateRules.Decimals) != rate);
    }
}
