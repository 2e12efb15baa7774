using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Platform.Data;

/// <summary>Row-level security for every tenant-owned table, derived from the model so that no table can be forgotten. Safe to run again.</summary>
public static class RowLevelSecurity
{
    /// <summary>The statements for an engine, in order; empty on SQLite, which has one process and no roles.</summary>
    public static IReadOnlyList<string> Script(IModel model, Engine engine, string runtimeRole, string acrossRole) => engine switch
    {
        Engine.PostgreSql => [.. Tables(model).SelectMany(t => PostgreSql(t.Table, t.Column)), .. PostgreSqlGrants(runtimeRole, acrossRole)],
        Engine.SqlServer => [.. SqlServerStart(), .. Tables(model).SelectMany(t => SqlServer(t.Table, t.Column))],
        _ => [],
    };

    internal static int TableCount(IModel model) => Tables(model).Count();

    static IEnumerable<(string Table, string Column)> Tables(IModel model) =>
        from type in model.GetEntityTypes()
        where typeof(ITenantOwned).IsAssignableFrom(type.ClrType) && type.BaseType is null && type.GetTableName() is not null
        let table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema())
        let column = type.FindProperty(nameof(ITenantOwned.TenantId))!.GetColumnName(table)!
        group column by table.Name into tables
        orderby tables.Key
        select (tables.Key, tables.First());

    static IEnumerable<string> PostgreSql(string table, string column) =>
    [
        $"""
         alter table "{table}" enable row level security;
         alter table "{table}" force row level security;
         drop policy if exists tenant on "{table}";
         create policy tenant on "{table}" using ("{column}" = nullif(current_setting('crm.tenant', true), '')::uuid)
           with check ("{column}" = nullif(current_setting('crm.tenant', true), '')::uuid);
         """,
    ];

    static IEnumerable<string> PostgreSqlGrants(string runtimeRole, string acrossRole) =>
    [
        $"""
         grant usage on schema public to "{runtimeRole}", "{acrossRole}";
         grant select, insert, update, delete on all tables in schema public to "{runtimeRole}", "{acrossRole}";
         grant usage, select on all sequences in schema public to "{runtimeRole}", "{acrossRole}";
         """,
    ];

    /// <summary>The cross-tenant policy is one more permissive policy, for the named role alone.</summary>
    internal static IEnumerable<string> PostgreSqlAcross(IModel model, string acrossRole) =>
        Tables(model).Select(t => $"""
                                   drop policy if exists across_tenants on "{t.Table}";
                                   create policy across_tenants on "{t.Table}" to "{acrossRole}" using (true) with check (true);
                                   """);

    static IEnumerable<string> SqlServerStart() =>
    [
        "if schema_id('crm_rls') is null exec('create schema crm_rls')",
        """
        create or alter function crm_rls.sees(@tenant binary(16)) returns table with schemabinding as
        return select 1 as sees
        where @tenant = cast(session_context(N'crm.tenant') as binary(16)) or cast(session_context(N'crm.across') as int) = 1
        """,
    ];

    static IEnumerable<string> SqlServer(string table, string column) =>
    [
        $"if exists (select 1 from sys.security_policies where name = 'tenant_{table}') drop security policy crm_rls.[tenant_{table}]",
        $"""
         create security policy crm_rls.[tenant_{table}]
         add filter predicate crm_rls.sees([{column}]) on dbo.[{table}],
         add block predicate crm_rls.sees([{column}]) on dbo.[{table}] after insert,
         add block predicate crm_rls.sees([{column}]) on dbo.[{table}] after update
         with (state = on)
         """,
    ];
}
