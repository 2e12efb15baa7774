namespace Crm.Platform.Fields;

/// <summary>What a role may do with a field. Of a member's roles the most generous counts.</summary>
public enum FieldAccess
{
    /// <summary>As if the field did not exist: not shown, not filtered or sorted by, not written.</summary>
    Hidden,

    /// <summary>Shown, filtered and sorted by; not written.</summary>
    Read,

    /// <summary>Written by whoever may write the record.</summary>
    Write,
}
