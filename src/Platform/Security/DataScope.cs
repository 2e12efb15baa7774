namespace Crm.Platform.Security;

/// <summary>Whose records a role sees.</summary>
public enum DataScope
{
    /// <summary>None at all.</summary>
    None,

    /// <summary>The member's own.</summary>
    Own,

    /// <summary>Those of the member's department.</summary>
    Department,

    /// <summary>Those of the member's department and all below it.</summary>
    Subtree,

    /// <summary>Those of the whole tenant.</summary>
    All,
}
