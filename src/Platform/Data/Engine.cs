namespace Crm.Platform.Data;

/// <summary>The database engines the product runs on. SQLite is the embedded default: one node.</summary>
public enum Engine
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
