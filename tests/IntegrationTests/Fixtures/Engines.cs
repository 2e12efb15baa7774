using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>
/// The engines that a test body runs on: <c>[Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]</c>. PostgreSQL
/// is always named, so that its absence shows as a skip; SQL Server only where <c>CRM_TEST_SQLSERVER</c> names one.
/// </summary>
public static class Engines
{
    public static TheoryData<Engine> All => SqlServer is null ? [Engine.Sqlite, Engine.PostgreSql] : [Engine.Sqlite, Engine.PostgreSql, Engine.SqlServer];

    /// <summary>Those where a second node, roles and row-level security exist.</summary>
    public static TheoryData<Engine> Servers => SqlServer is null ? [Engine.PostgreSql] : [Engine.PostgreSql, Engine.SqlServer];

    internal static string? SqlServer => Environment.GetEnvironmentVariable("CRM_TEST_SQLSERVER") is { Length: > 0 } connection ? connection : null;
}
