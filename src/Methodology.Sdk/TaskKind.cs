namespace Crm.Methodology.Sdk;

/// <summary>What a stage task means for leaving its stage.</summary>
public enum TaskKind
{
    /// <summary>Worth doing; never stands in the way.</summary>
    Normal,

    /// <summary>To be done or waived before a strict stage is left.</summary>
    Required,

    /// <summary>As <see cref="Required"/>; and when all milestones of an auto-advancing stage are done, the stage is left.</summary>
    Milestone,
}
