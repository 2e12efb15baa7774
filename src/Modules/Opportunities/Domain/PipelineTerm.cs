namespace Crm.Opportunities.Domain;

/// <summary>The terms by which a pipeline moves from its opening to its closing.</summary>
internal enum PipelineTerm
{
    /// <summary>Came into being.</summary>
    New,

    /// <summary>Came back from closed or from hold.</summary>
    Reopened,

    /// <summary>Was in the pipeline already and came into what is looked at: another owner, department or product, back from the archive.</summary>
    MovedIn,
    Grown,

    /// <summary>Counted anew at another planning rate. May be negative.</summary>
    Revalued,
    Won,
    Lost,
    Abandoned,
    HeldOut,
    Shrunk,

    /// <summary>Went out of what is looked at while staying open, or into the archive.</summary>
    MovedOut,

    /// <summary>A memo and no part of the identity: its close date was pushed while it was in the pipeline.</summary>
    Slipped,
}
