using System.Data.Common;
using System.Globalization;

namespace Crm.Bench.Data;

/// <summary>What the product writes when a stage is advanced, read from an opportunity that it advanced: row, history, event, audit.</summary>
internal sealed class AdvanceRows
{
    readonly DbConnection _connection;
    readonly Func<Guid, object> _id;
    readonly Func<DateTime, object> _instant;
    readonly object _tenant;
    readonly (int History, int Opportunity)[] _shared;
    readonly int[] _updated;

    /// <param name="connection">Of the database whose rows are read.</param>
    /// <param name="tenant">The tenant with its advanced opportunity.</param>
    /// <param name="isSqlite">Ids are bytes and instants text there.</param>
    public AdvanceRows(DbConnection connection, BenchTenant tenant, bool isSqlite)
    {
        _connection = connection;
        _id = isSqlite ? id => id.ToByteArray(bigEndian: true) : id => id;
        _instant = isSqlite ? at => at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) : at => at;
        _tenant = _id(tenant.TenantId);
        var advanced = ("@id", _id(tenant.AdvancedId));
        Opportunity = Row(tenant.AdvancedId);
        History = RowCopy.Read(connection, "opp_history", "\"OpportunityId\" = @id and \"Version\" = 2 and \"TenantId\" = @tenant", advanced, ("@tenant", _tenant));
        Outbox = RowCopy.Read(connection, "sys_outbox", "\"RecordId\" = @id and \"Name\" like 'opportunities.advanced%'", advanced);
        Audit = RowCopy.Read(connection, "sys_audit", "\"RecordId\" = @id and \"TenantId\" = @tenant order by \"Seq\" desc limit 1", advanced, ("@tenant", _tenant));
        // An opportunity that was not advanced differs from the advanced one by what an advance changes, and by its own id and age.
        var former = Row(tenant.Stages[0].OpportunityId).Values;
        var changed = Enumerable.Range(0, former.Length)
            .Where(i => Opportunity.Columns[i] is not ("Id" or "CreatedAt") && !Same(former[i], Opportunity.Values[i]))
            .ToArray();
        _updated = [.. changed, Opportunity["TenantId"], Opportunity["Id"]];
        Update = new RowCopy([.. _updated.Select(i => Opportunity.Columns[i])], [.. _updated.Select(i => Opportunity.Values[i])]);
        _shared = [.. History.Columns.Select((column, i) => (column, i)).Where(c => Opportunity.Has(c.column)).Select(c => (c.i, Opportunity[c.column]))];
    }

    public RowCopy Opportunity { get; }

    /// <summary>The columns that an advance changes, then the key.</summary>
    public RowCopy Update { get; }

    public RowCopy History { get; }

    public RowCopy Outbox { get; }

    public RowCopy Audit { get; }

    public AdvancedRow Of(Guid id) => new(Row(id).Values);

    /// <summary>Moves the row on and gives the values of the four statements.</summary>
    public object[][] Next(AdvancedRow row, string stage)
    {
        var now = _instant(new DateTime(TimeProvider.System.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc));
        var values = row.Values;
        values[Opportunity["Version"]] = Convert.ToInt32(values[Opportunity["Version"]], CultureInfo.InvariantCulture) + 1;
        foreach (var at in _updated.SkipLast(2).Where(at => Opportunity.Columns[at] != "Version"))
            values[at] = Opportunity.Values[at];
        foreach (var column in new[] { "Stage", "OpenStage" })
            values[Opportunity[column]] = stage;
        foreach (var column in new[] { "UpdatedAt", "StageEnteredAt" })
            values[Opportunity[column]] = now;

        var history = (object[])History.Values.Clone();
        foreach (var (at, from) in _shared)
            history[at] = values[from];
        var id = values[Opportunity["Id"]];
        history[History["OpportunityId"]] = id;
        foreach (var column in new[] { "KnownAt", "HoldsAt" })
            history[History[column]] = now;

        var outbox = (object[])Outbox.Values.Clone();
        outbox[Outbox["EventId"]] = _id(Guid.CreateVersion7());
        outbox[Outbox["RecordId"]] = id;
        outbox[Outbox["At"]] = now;

        var audit = (object[])Audit.Values.Clone();
        audit[Audit["RecordId"]] = id;
        audit[Audit["At"]] = now;
        return [[.. _updated.Select(i => values[i])], history, outbox, audit];
    }

    static bool Same(object one, object other) => one is byte[] bytes ? other is byte[] more && bytes.AsSpan().SequenceEqual(more) : one.Equals(other);

    RowCopy Row(Guid id) => RowCopy.Read(_connection, "opp_opportunities", "\"TenantId\" = @tenant and \"Id\" = @id", ("@tenant", _tenant), ("@id", _id(id)));
}
