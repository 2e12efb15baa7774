using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>
/// Copies of what a plugin hands over. Its lists may be of types of its own, change later or throw when read; a copy is ours,
/// cannot change, and holds no plugin type alive.
/// </summary>
internal static class DefinitionCopy
{
    public static MethodDefinition Of(MethodDefinition definition) => definition with
    {
        Stages = [.. definition.Stages.OrderBy(stage => stage.Order).Select(stage => stage with { PartnerDepartments = [.. stage.PartnerDepartments] })],
        Transitions = [.. definition.Transitions],
        Tasks = [.. definition.Tasks],
        Criteria = [.. definition.Criteria],
        Roles = [.. definition.Roles.Select(role => role with { NeededIn = [.. role.NeededIn] })],
    };

    /// <returns>The copy, its lists cut one entry beyond what is allowed; <see langword="null"/> where something is missing altogether.</returns>
    public static Assessment? Of(Assessment? assessment) => assessment is not { Missing: not null, Advice: not null, Factors: not null } ? null : assessment with
    {
        Missing = [.. assessment.Missing.Take(Assessment.MaxItems + 1)],
        Advice = [.. assessment.Advice.Take(Assessment.MaxItems + 1)],
        Factors = [.. assessment.Factors.Take(Assessment.MaxItems + 1)],
    };
}
