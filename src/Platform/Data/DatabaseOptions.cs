namespace Crm.Platform.Data;

/// <summary>Where the data is and as whom it is reached.</summary>
public sealed record DatabaseOptions
{
    public required Engine Engine { get; init; }

    /// <summary>The runtime role: on server engines it owns nothing and row-level security holds for it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The role that owns the schema; used for migrations only. Null: the runtime connection migrates (SQLite).</summary>
    public string? MigratorConnectionString { get; init; }

    /// <summary>The folder of the embedded database, its lock and its keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL: the role that a cross-tenant unit of work assumes. The runtime role must be a member of it.</summary>
    public string AcrossTenantsRole { get; init; } = "crm_across";
}
