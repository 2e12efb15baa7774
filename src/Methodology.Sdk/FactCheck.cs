namespace Crm.Methodology.Sdk;

/// <summary>A question about an opportunity that its facts answer by themselves.</summary>
public enum FactCheck
{
    /// <summary>No fact answers it: a person says whether the criterion is met.</summary>
    None,

    /// <summary>The amount is above zero.</summary>
    AmountKnown,

    /// <summary>The customer's budget is written down.</summary>
    BudgetKnown,

    /// <summary>The customer's need is written down.</summary>
    NeedKnown,

    /// <summary>The customer's timetable is written down.</summary>
    TimelineKnown,

    /// <summary>The close date is today or later.</summary>
    CloseDateAhead,

    /// <summary>There is a next step, dated today or later.</summary>
    NextStepDated,

    /// <summary>A primary contact is named.</summary>
    PrimaryContactKnown,

    /// <summary>At least one competitor is named, or it is written down that there is none.</summary>
    CompetitionKnown,
}
