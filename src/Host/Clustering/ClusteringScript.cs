using Crm.Platform.Data;

namespace Crm.Host.Clustering;

/// <summary>
/// The membership tables and the statements that Orleans reads from <c>OrleansQuery</c> by key, with the parameter and column names it
/// asks for. Every state change bumps the version row first: of two nodes that write at once one touches no row and tries again.
/// </summary>
static class ClusteringScript
{
    const string Columns = "v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version";
    const string Silo = "Address = @Address and Port = @Port and Generation = @Generation";

    public static IReadOnlyList<string> For(Engine engine, string runtimeRole) => engine switch
    {
        Engine.PostgreSql => [.. PostgreSqlTables(runtimeRole), .. Queries(PostgreSqlChanges).Select(PostgreSqlQuery)],
        Engine.SqlServer => [.. SqlServerTables, .. Queries(SqlServerChanges).Select(SqlServerQuery)],
        _ => [],
    };

    static readonly (string Key, string Text)[] PostgreSqlChanges =
    [
        ("InsertMembershipVersionKey",
            "with made as (insert into OrleansMembershipVersionTable (DeploymentId) select @DeploymentId on conflict do nothing returning 1) select count(*)::int from made"),
        ("InsertMembershipKey", $"""
            with bumped as (
                update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
                where DeploymentId = @DeploymentId and Version = @Version
                  and not exists (select 1 from OrleansMembershipTable where DeploymentId = @DeploymentId and {Silo})
                returning 1),
            made as (
                insert into OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
                select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
                where exists (select 1 from bumped)
                returning 1)
            select count(*)::int from made
            """),
        ("UpdateMembershipKey", $"""
            with bumped as (
                update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
                where DeploymentId = @DeploymentId and Version = @Version
                returning 1),
            changed as (
                update OrleansMembershipTable set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
                where DeploymentId = @DeploymentId and {Silo} and exists (select 1 from bumped)
                returning 1)
            select count(*)::int from changed
            """),
    ];

    static readonly (string Key, string Text)[] SqlServerChanges =
    [
        ("InsertMembershipVersionKey", """
            set nocount on;
            insert into OrleansMembershipVersionTable (DeploymentId)
            select @DeploymentId where not exists (select 1 from OrleansMembershipVersionTable with (holdlock, xlock, rowlock) where DeploymentId = @DeploymentId);
            select @@rowcount;
            """),
        ("InsertMembershipKey", $"""
            set xact_abort, nocount on;
            declare @touched int;
            begin transaction;
            update OrleansMembershipVersionTable set Timestamp = getutcdate(), Version = Version + 1 where DeploymentId = @DeploymentId and Version = @Version;
            set @touched = @@rowcount;
            insert into OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
            select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
            where @touched > 0 and not exists (
                select 1 from OrleansMembershipTable with (holdlock, xlock, rowlock) where DeploymentId = @DeploymentId and {Silo});
            set @touched = @@rowcount;
            if @touched = 0 rollback transaction else commit transaction;
            select @touched;
            """),
        ("UpdateMembershipKey", $"""
            set xact_abort, nocount on;
            declare @touched int;
            begin transaction;
            update OrleansMembershipVersionTable set Timestamp = getutcdate(), Version = Version + 1 where DeploymentId = @DeploymentId and Version = @Version;
            set @touched = @@rowcount;
            update OrleansMembershipTable set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
            where DeploymentId = @DeploymentId and {Silo} and @touched > 0;
            set @touched = @@rowcount;
            if @touched = 0 rollback transaction else commit transaction;
            select @touched;
            """),
    ];

    static readonly string[] SqlServerTables =
    [
        "if object_id(N'OrleansQuery', 'U') is null create table OrleansQuery (QueryKey varchar(64) not null constraint OrleansQuery_Key primary key, QueryText varchar(8000) not null)",
        """
        if object_id(N'OrleansMembershipVersionTable', 'U') is null create table OrleansMembershipVersionTable (
            DeploymentId nvarchar(150) not null constraint PK_OrleansMembershipVersionTable_DeploymentId primary key,
            Timestamp datetime2(3) not null default getutcdate(),
            Version int not null default 0)
        """,
        """
        if object_id(N'OrleansMembershipTable', 'U') is null create table OrleansMembershipTable (
            DeploymentId nvarchar(150) not null, Address varchar(45) not null, Port int not null, Generation int not null,
            SiloName nvarchar(150) not null, HostName nvarchar(150) not null, Status int not null, ProxyPort int null,
            SuspectTimes varchar(8000) null, StartTime datetime2(3) not null, IAmAliveTime datetime2(3) not null,
            constraint PK_MembershipTable_DeploymentId primary key (DeploymentId, Address, Port, Generation),
            constraint FK_MembershipTable_MembershipVersionTable_DeploymentId foreign key (DeploymentId) references OrleansMembershipVersionTable (DeploymentId))
        """,
    ];

    static IEnumerable<string> PostgreSqlTables(string runtimeRole) =>
    [
        // Two nodes that start at once must not both create: the second waits here and finds everything made.
        "select pg_advisory_xact_lock(7236501)",
        "create table if not exists OrleansQuery (QueryKey varchar(64) not null constraint OrleansQuery_Key primary key, QueryText varchar(8000) not null)",
        """
        create table if not exists OrleansMembershipVersionTable (
            DeploymentId varchar(150) not null constraint PK_OrleansMembershipVersionTable_DeploymentId primary key,
            Timestamp timestamptz(3) not null default now(),
            Version integer not null default 0)
        """,
        """
        create table if not exists OrleansMembershipTable (
            DeploymentId varchar(150) not null references OrleansMembershipVersionTable (DeploymentId),
            Address varchar(45) not null, Port integer not null, Generation integer not null,
            SiloName varchar(150) not null, HostName varchar(150) not null, Status integer not null, ProxyPort integer null,
            SuspectTimes varchar(8000) null, StartTime timestamptz(3) not null, IAmAliveTime timestamptz(3) not null,
            constraint PK_MembershipTable_DeploymentId primary key (DeploymentId, Address, Port, Generation))
        """,
        $"""grant select, insert, update, delete on OrleansQuery, OrleansMembershipVersionTable, OrleansMembershipTable to "{runtimeRole}" """,
    ];

    static IEnumerable<(string Key, string Text)> Queries((string Key, string Text)[] changes) =>
    [
        .. changes,
        ("UpdateIAmAlivetimeKey", $"update OrleansMembershipTable set IAmAliveTime = @IAmAliveTime where DeploymentId = @DeploymentId and {Silo}"),
        ("MembershipReadRowKey", $"""
            select {Columns} from OrleansMembershipVersionTable v
            left outer join OrleansMembershipTable m on v.DeploymentId = m.DeploymentId and {Silo}
            where v.DeploymentId = @DeploymentId
            """),
        ("MembershipReadAllKey", $"""
            select {Columns} from OrleansMembershipVersionTable v
            left outer join OrleansMembershipTable m on v.DeploymentId = m.DeploymentId
            where v.DeploymentId = @DeploymentId
            """),
        ("GatewaysQueryKey", "select Address, ProxyPort, Generation from OrleansMembershipTable where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0"),
        ("DeleteMembershipTableEntriesKey",
            "delete from OrleansMembershipTable where DeploymentId = @DeploymentId; delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId"),
        ("CleanupDefunctSiloEntriesKey",
            "delete from OrleansMembershipTable where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and StartTime < @IAmAliveTime and coalesce(SuspectTimes, '') = '' and Status = 6"),
        ("CleanupDefunctSiloEntryKey", $"""
            delete from OrleansMembershipTable where DeploymentId = @DeploymentId and Status = 6 and {Silo}
            and IAmAliveTime = @IAmAliveTime and StartTime = @StartTime and coalesce(SuspectTimes, '') = coalesce(@SuspectTimes, '')
            """),
    ];

    static string PostgreSqlQuery((string Key, string Text) query) =>
        $"insert into OrleansQuery (QueryKey, QueryText) values ('{query.Key}', {Quoted(query.Text)}) on conflict (QueryKey) do update set QueryText = excluded.QueryText";

    static string SqlServerQuery((string Key, string Text) query) => $"""
        update OrleansQuery set QueryText = {Quoted(query.Text)} where QueryKey = '{query.Key}';
        if @@rowcount = 0 insert into OrleansQuery (QueryKey, QueryText) values ('{query.Key}', {Quoted(query.Text)})
        """;

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
