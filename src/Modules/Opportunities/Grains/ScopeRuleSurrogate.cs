using System.Collections.Frozen;
using Crm.Platform.Security;

namespace Crm.Opportunities.Grains;

/// <summary>How a scope rule travels between nodes; Platform knows nothing of grains.</summary>
[GenerateSerializer]
internal struct ScopeRuleSurrogate
{
    [Id(0)] public bool All;
    [Id(1)] public Guid Me;
    [Id(2)] public bool Nothing;
    [Id(3)] public Guid[] Departments;
}

[RegisterConverter]
internal sealed class ScopeRuleConverter : IConverter<ScopeRule, ScopeRuleSurrogate>
{
    public ScopeRule ConvertFromSurrogate(in ScopeRuleSurrogate surrogate) => new()
    {
        All = surrogate.All,
        Me = surrogate.Me,
        Nothing = surrogate.Nothing,
        Departments = surrogate.Departments.ToFrozenSet(),
    };

    public ScopeRuleSurrogate ConvertToSurrogate(in ScopeRule value) => new()
    {
        All = value.All,
        Me = value.Me,
        Nothing = value.Nothing,
        Departments = [.. value.Departments],
    };
}
