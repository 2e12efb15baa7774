namespace Crm.Organization.Domain;

/// <summary>Whether a department may stand under another one.</summary>
internal enum MoveVerdict
{
    Allowed,
    Unknown,
    ParentUnknown,

    /// <summary>The root is the company itself.</summary>
    Root,
    Cycle,
    TooDeep,
}
