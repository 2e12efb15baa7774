namespace Crm.Contracts.Opportunities;

/// <summary>What kind of business it is; each tenant says by which method a type is sold.</summary>
public enum OpportunityType
{
    /// <summary>新项目: a new project.</summary>
    NewProject,

    /// <summary>增购: more for a customer we have.</summary>
    Expansion,

    /// <summary>续约: the same again for another term.</summary>
    Renewal,

    /// <summary>复购: a repeat order.</summary>
    Repeat,

    /// <summary>招投标: a public tender.</summary>
    Tender,
}
