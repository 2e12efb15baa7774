using System.Text.Json;
using Crm.Platform;
using Crm.Platform.Http;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Platform;

public sealed class AmountTests
{
    [Property]
    public bool Parts_of_a_split_equal_the_whole(int cents, byte[] weights, byte which)
    {
        var currency = Currency.Parse(new[] { "CNY", "JPY", "KWD" }[which % 3]);
        if (weights is null || weights.All(w => w == 0)) return true;
        var total = cents / (decimal)Math.Pow(10, currency.MinorUnits);
        var parts = Rounding.Split(total, [.. weights.Select(w => (decimal)w)], currency);
        return parts.Sum() == total && parts.All(p => Rounding.ToMinor(p, currency) == p && (p == 0 || Math.Sign(p) == Math.Sign(total)));
    }

    [Property]
    public bool A_split_is_within_one_coin_of_its_share(ushort cents, byte[] weights)
    {
        if (weights is null || weights.All(w => w == 0)) return true;
        var cny = Currency.Parse("CNY");
        var total = cents / 100m;
        var sum = weights.Sum(w => (decimal)w);
        var parts = Rounding.Split(total, [.. weights.Select(w => (decimal)w)], cny);
        return parts.Zip(weights).All(p => Math.Abs(p.First - total * p.Second / sum) < 0.01m);
    }

    [Fact]
    public void The_rest_of_a_split_goes_to_the_lowest_line_on_a_tie() =>
        Assert.Equal([3.34m, 3.33m, 3.33m], Rounding.Split(10m, [1, 1, 1], Currency.Parse("CNY")));

    [Theory]
    [InlineData("0.005", "CNY", "0.01")]
    [InlineData("-0.005", "CNY", "-0.01")]
    [InlineData("0.5", "JPY", "1")]
    [InlineData("1.0005", "KWD", "1.001")]
    public void Rounding_is_half_away_from_zero(string amount, string currency, string expected) =>
        Assert.Equal(decimal.Parse(expected), Rounding.ToMinor(decimal.Parse(amount), Currency.Parse(currency)));

    [Property]
    public bool Scaled_amounts_come_back_unchanged(long value)
    {
        var amount = value % 1_000_000_000_000_000L / 10_000m;
        return Math.Abs(amount) > Scaled.MaxAmount || Scaled.Amount(Scaled.Amount(amount)) == amount;
    }

    [Fact]
    public void Beyond_the_stated_largest_amount_nothing_is_stored()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scaled.Amount(1_000_000_000_000_000m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scaled.Amount(0.00001m));
    }

    [Theory]
    [InlineData("""{"amount": 1234.50, "currency": "CNY"}""", true)]
    [InlineData("""{"amount": "1234.50", "currency": "CNY"}""", false)]
    [InlineData("""{"amount": 1, "currency": "XXX"}""", false)]
    [InlineData("""{"amount": 1}""", false)]
    [InlineData("""{"amount": 1, "currency": "CNY", "x": 1}""", false)]
    [InlineData("12", false)]
    public void Money_is_read_strictly(string json, bool good)
    {
        if (good) Assert.Equal(new Money(1234.50m, Currency.Parse("CNY")), JsonSerializer.Deserialize<Money>(json, ApiJson.Options));
        else Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json, ApiJson.Options));
    }
}
