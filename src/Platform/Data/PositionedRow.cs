namespace Crm.Platform.Data;

/// <summary>An appended row (history, outbox) that readers follow by commit position. Never updated in its facts, never deleted by business code.</summary>
public abstract class PositionedRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Primary key, given by the database.</summary>
    public long Seq { get; set; }

    /// <summary>Given by the database: transaction id on PostgreSQL, rowversion on SQL Server, 0 on SQLite.</summary>
    public long Major { get; set; }

    public CommitPosition Position => new(Major, Seq);
}
