using Crm.Host;
using Crm.Host.Clustering;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;
using HistoryRow = Crm.Opportunities.Data.HistoryRow;

namespace Crm.IntegrationTests.Platform;

/// <summary>
/// Every script that the product sends to SQL Server, read by Microsoft's parser. That is syntax and nothing more: whether a table or
/// a column is there, and what a statement does, only a SQL Server says (<c>CRM_TEST_SQLSERVER</c>).
/// </summary>
public sealed class SqlServerScriptTests
{
    static readonly DatabaseOptions Options = new() { Engine = Engine.SqlServer, ConnectionString = "Server=nowhere;Database=crm", DataFolder = "." };

    [Fact]
    public void The_migrations_parse()
    {
        using var db = DesignTime.For(Engine.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [opp_history]", script, StringComparison.Ordinal);
        Parses(script);
    }

    [Fact]
    public void Row_level_security_parses()
    {
        using var db = DesignTime.For(Engine.SqlServer);
        var script = SchemaMigrator.SecurityScript(db, Options);
        Assert.Contains(script, statement => statement.Contains("security policy", StringComparison.OrdinalIgnoreCase));
        Assert.All(script, Parses);
    }

    [Fact]
    public void The_clustering_script_and_every_query_that_it_stores_parse()
    {
        var script = ClusteringScript.For(Engine.SqlServer, "crm_runtime");
        Assert.All(script, Parses);
        var stored = script.SelectMany(Texts).Where(text => text.Contains("Orleans", StringComparison.Ordinal) && text.Contains(' ', StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal(10, stored.Count);
        Assert.All(stored, Parses);
    }

    [Fact]
    public void Statements_written_by_hand_parse()
    {
        using var db = DesignTime.For(Engine.SqlServer);
        Assert.All(
            (string[])
            [
                Positions.SqlServerHorizon, SchemaMigrator.SqlServerPolicies,
                TenantConnectionSetup.Text(Options, Guid.CreateVersion7()), TenantConnectionSetup.Text(Options, null),
                RowSql<Opportunity>.Of(db).Insert, RowSql<Opportunity>.Of(db).Update(new Opportunity(), new Opportunity { Version = 1, Name = "x", Stage = "y" }).Text, RowSql<HistoryRow>.Of(db).Insert, RowSql<OutboxRow>.Of(db).Insert,
                RowSql<AuditRow>.Of(db).Insert, RowSql<LineRow>.Of(db).Insert, RowSql<LineRow>.Of(db).Delete, RowSql<TeamRow>.Of(db).Insert, RowSql<TeamRow>.Of(db).Delete,
            ], Parses);
    }

    [Fact]
    public void Queries_that_sum_and_page_translate_and_parse()
    {
        using var db = DesignTime.For(Engine.SqlServer);
        var history = db.Set<HistoryRow>();
        Assert.All(
            (string[])
            [
                history.After(Engine.SqlServer, new CommitPosition(5, 7), 100).Take(500).Select(FactsRow.From).ToQueryString(),
                history.UpTo(Engine.SqlServer, new CommitPosition(5, 7)).ToQueryString(),
                history.Where(row => row.InFunnel && !history.Any(later => later.OpportunityId == row.OpportunityId && later.Version == row.Version + 1)).Select(FactsRow.From).ToQueryString(),
                StageEntries.Query(db, db.Set<Opportunity>(), DateTime.UnixEpoch, DateTime.UtcNow, 100).ToQueryString(),
            ], Parses);
    }

    [Theory]
    [InlineData("select count(* from opp_history")]
    [InlineData("if object_id(N'x', 'U') is null create table x (a int not nul)")]
    [InlineData("create security policy p add filter predicate dbo.f(t) x dbo.t")]
    [InlineData("insert into t (a) values ('it's')")]
    public void A_planted_error_of_syntax_is_caught(string script) => Assert.NotEmpty(Errors(script));

    static void Parses(string script) => Assert.True(Errors(script) is { Count: 0 }, $"{string.Join("; ", Errors(script).Select(e => $"{e.Line}:{e.Column} {e.Message}"))}\n{script}");

    static IList<ParseError> Errors(string script) => Read(script).Errors;

    // 150 is SQL Server 2019, the oldest whose syntax we keep to; the parser of a later one would let more through.
    static (TSqlFragment Tree, IList<ParseError> Errors) Read(string script)
    {
        using var reader = new StringReader(script);
        return (new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors), errors);
    }

    static IReadOnlyList<string> Texts(string script)
    {
        var literals = new Literals();
        Read(script).Tree.Accept(literals);
        return literals.Found;
    }

    sealed class Literals : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(StringLiteral node) => Found.Add(node.Value);
    }
}
