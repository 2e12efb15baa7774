namespace Crm.Platform.Data;

/// <summary>Who changed which field of which record from what to what.</summary>
public sealed class AuditRow : PositionedRow
{
    public DateTime At { get; set; }

    public Guid? ActorId { get; set; }

    /// <summary>The kind of record, e.g. <c>Customer</c>.</summary>
    public required string RecordType { get; set; }

    public Guid RecordId { get; set; }

    /// <summary><c>Created</c>, <c>Changed</c>, <c>Archived</c>, <c>Restored</c> or <c>Deleted</c>.</summary>
    public required string Action { get; set; }

    /// <summary>JSON: <c>{"field": {"old": …, "new": …}}</c>. Personal values are left out; only their change is named.</summary>
    public required string Changes { get; set; }
}
