using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public class SemanticVersionTests
{
    // The chain of Semantic Versioning 2.0, chapter 11, and a few neighbours.
    static readonly string[] Ascending =
    [
        "0.0.1", "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",
        "1.0.1", "1.2.0", "1.10.0", "2.0.0-0", "2.0.0-1", "2.0.0--", "2.0.0-A", "2.0.0",
    ];

    [Fact]
    public void Versions_rank_as_semantic_versioning_has_it()
    {
        var shuffled = Ascending.Select(Parse).OrderBy(version => version.ToString().Length).ThenByDescending(version => version.ToString(), StringComparer.Ordinal);
        Assert.Equal(Ascending, shuffled.Order().Select(version => version.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.0.0.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0-a..b")]
    [InlineData("1.0.0+build")]
    [InlineData("1.0.0-é")]
    [InlineData(" 1.0.0")]
    [InlineData("-1.0.0")]
    [InlineData("1.0.9999999999")]
    [InlineData("1.0.٣")]
    [InlineData(null)]
    public void What_is_no_version_is_not_read(string? text) => Assert.False(SemanticVersion.TryParse(text, out _));

    [Property]
    public bool A_version_reads_back_as_it_is_written(FsCheck.NonNegativeInt major, FsCheck.NonNegativeInt minor, FsCheck.NonNegativeInt patch) =>
        new SemanticVersion(major.Get, minor.Get, patch.Get, "rc.1") is var version && Parse(version.ToString()) == version;

    [Property]
    public bool Order_is_total(byte a, byte b, byte c)
    {
        var (x, y, z) = (Pick(a), Pick(b), Pick(c));
        return Math.Sign(x.CompareTo(y)) == -Math.Sign(y.CompareTo(x))
            && (x.CompareTo(y) == 0) == (x == y)
            && (x.CompareTo(y) > 0 || y.CompareTo(z) > 0 || x.CompareTo(z) <= 0);
    }

    [Theory]
    [InlineData("[1.0.0, 2.0.0)", "1.0.0", true)]
    [InlineData("[1.0.0, 2.0.0)", "1.9.9", true)]
    [InlineData("[1.0.0,2.0.0)", "2.0.0", false)]
    [InlineData("[1.0.0, 2.0.0]", "2.0.0", true)]
    [InlineData("(1.0.0, 2.0.0)", "1.0.0", false)]
    [InlineData("[1.1.0, 2.0.0)", "1.0.0", false)]
    [InlineData("[1.0.0, 1.0.0]", "1.0.0", true)]
    public void A_range_holds_what_lies_between_its_ends(string range, string version, bool holds)
    {
        Assert.True(SdkRange.TryParse(range, out var parsed));
        Assert.Equal(holds, parsed.Contains(Parse(version)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.0.0")]
    [InlineData("[1.0.0]")]
    [InlineData("[1.0.0, 2.0.0")]
    [InlineData("[1.0.0, )")]
    [InlineData("[1.0, 2.0)")]
    [InlineData("[2.0.0, 1.0.0)")]
    [InlineData("[1.0.0, 2.0.0, 3.0.0)")]
    public void What_is_no_range_is_not_read(string? text) => Assert.False(SdkRange.TryParse(text, out _));

    [Fact]
    public void The_loaded_sdk_knows_its_version() => Assert.Equal("1.0.0", MethodSdk.Version.ToString());

    static SemanticVersion Pick(byte seed) => Parse(Ascending[seed % Ascending.Length]);

    static SemanticVersion Parse(string text) => SemanticVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
}
