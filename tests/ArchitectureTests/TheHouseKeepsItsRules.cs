using Crm.ArchitectureTests.Guards;
using Crm.ArchitectureTests.Reading;
using Xunit;

namespace Crm.ArchitectureTests;

public sealed class TheHouseKeepsItsRules
{
    static readonly Guard[] Guards = [.. ReferenceGuards.All, .. SourceGuards.All, .. AssemblyGuards.All];

    public static TheoryData<string> Rules => [.. Guards.Select(g => g.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_holds(string rule)
    {
        var broken = The(rule).OnTheHouse().Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(broken.Count == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, broken)}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_guard_catches_a_planted_violation(string rule) =>
        Assert.Contains(The(rule).OnThePlanted(), found => found.Contains(The(rule).MustName, StringComparison.Ordinal));

    [Fact]
    public void The_guards_look_at_a_whole_house()
    {
        Assert.True(Repository.Here.Projects.Count(p => p.IsModule) >= 4);
        Assert.True(AssemblyFacts.Ours.Count(a => a.Types.Count > 0) >= 8);
        Assert.Contains(AssemblyFacts.Ours, a => a.Name == "Crm.Opportunities");
    }

    static Guard The(string rule) => Guards.Single(g => g.Rule == rule);
}
