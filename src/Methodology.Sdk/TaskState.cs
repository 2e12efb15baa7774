namespace Crm.Methodology.Sdk;

/// <summary>How a stage task of an opportunity stands.</summary>
public enum TaskState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Set aside by a person with a reason.</summary>
    Waived,

    /// <summary>Passed over because its stage was skipped.</summary>
    Skipped,
}
