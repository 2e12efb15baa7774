using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

/// <summary>
/// Long-cycle selling of projects: five stages in the four bands of the funnel, from a need that exists to a contract that is
/// signed. Its gates are flexible: what a stage misses is shown, and the seller decides.
/// </summary>
public sealed class ProjectSellingMethod : ISalesMethod
{
    static readonly MethodDefinition Definition = new()
    {
        Id = "project-selling",
        Version = "1.0.0",
        Name = LocalizedText.Of("项目型销售", "Project selling"),
        Description = LocalizedText.Of(
            "周期较长、多人决策、多人协作的项目:从确认商机到签约,分五个阶段推进。",
            "For long sales with several people deciding and several helping: five stages from a confirmed need to a signed contract."),
        Stages = ProjectStages.All,
        Transitions = ProjectTransitions.All,
        Tasks = ProjectTasks.All,
        Criteria = ProjectCriteria.All,
        Roles = ProjectRoles.All,
    };

    /// <inheritdoc />
    public MethodDefinition Describe() => Definition;

    /// <inheritdoc />
    public Assessment Assess(AssessmentInput input) => StandardAssessment.Of(Definition, input);
}
