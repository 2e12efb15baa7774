namespace Crm.Contracts.Opportunities;

/// <summary>What a change of an opportunity was.</summary>
public enum ChangeKind
{
    /// <summary>The opportunity came into being.</summary>
    Opened,

    /// <summary>Fields were edited; stage and status stayed.</summary>
    Edited,

    /// <summary>It went on to a later stage.</summary>
    Advanced,

    /// <summary>It went back to an earlier stage.</summary>
    MovedBack,

    /// <summary>It was won.</summary>
    Won,

    /// <summary>It was lost.</summary>
    Lost,

    /// <summary>We gave it up.</summary>
    Abandoned,

    /// <summary>It was put on hold and left the pipeline.</summary>
    Held,

    /// <summary>It came back from hold.</summary>
    Resumed,

    /// <summary>It was closed and is open again.</summary>
    Reopened,

    /// <summary>Its base amount was counted anew at another planning rate.</summary>
    Revalued,

    /// <summary>It was archived and left every list.</summary>
    Archived,

    /// <summary>It came back from the archive.</summary>
    Restored,
}
