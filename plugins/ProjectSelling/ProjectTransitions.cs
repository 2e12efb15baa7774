using Crm.Methodology.Sdk;

namespace Crm.Methods.ProjectSelling;

static class ProjectTransitions
{
    // Forward by one stage, or over one that the customer has made needless; back to any earlier stage; out of any. Won only once
    // a proposal is on the table: a project that is won before was never sold by this method.
    public static readonly TransitionDefinition[] All =
    [
        .. from f in Enumerable.Range(0, ProjectStages.Open.Length)
           from t in Enumerable.Range(0, ProjectStages.Open.Length)
           where t != f && t <= f + 2
           select Move(ProjectStages.Open[f], ProjectStages.Open[t]),
        Move(ProjectStages.Propose, ProjectStages.Won),
        Move(ProjectStages.Negotiate, ProjectStages.Won),
        Move(ProjectStages.Sign, ProjectStages.Won),
        .. ProjectStages.Open.Select(stage => Move(stage, ProjectStages.Lost)),
    ];

    static TransitionDefinition Move(string from, string to) => new() { From = from, To = to };
}
