namespace Crm.Methodology.Sdk;

/// <summary>What proves that a task is done.</summary>
public enum TaskEvidence
{
    /// <summary>The word of the person who did it.</summary>
    None,

    /// <summary>A field of the opportunity that is filled in.</summary>
    Field,

    /// <summary>A file that is attached.</summary>
    File,

    /// <summary>An activity, such as a visit, that is logged.</summary>
    Activity,
}
