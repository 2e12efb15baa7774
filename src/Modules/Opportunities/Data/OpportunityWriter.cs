using System.Text.Json;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Crm.Platform.Fields;

namespace Crm.Opportunities.Data;

/// <summary>
/// The only code that writes an opportunity: row, version, history, event, audit and search rows, into a unit of work that is passed to
/// it. Creation joins whatever the caller writes; every later change comes from the opportunity's grain.
/// </summary>
internal static class OpportunityWriter
{
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Another writer was first.</exception>
    public static async Task Save(CrmDb db, Change change, CustomFields custom, CancellationToken cancellation) => await Save(db, [change], custom, cancellation);

    /// <summary>Several changes, of one opportunity or of many, in their order.</summary>
    public static async Task Save(CrmDb db, IReadOnlyList<Change> changes, CustomFields custom, CancellationToken cancellation)
    {
        var batch = new StatementBatch(db);
        foreach (var change in changes)
        {
            Write(db, batch, change);
            await WriteCustom(db, batch, custom, change.After.Id, change.Before is { } before ? CustomValues.Of(before) : CustomValues.None, CustomValues.Of(change.After), cancellation);
        }
        await batch.Run(cancellation);
        if (db.Search is not { } search) return;
        await search.Put(db, [.. changes.Where(change => change.Before is null).Select(change => change.After)], areNew: true, cancellation);
        await search.Put(db, [.. changes.Where(change => change.Before is { } before && OpportunitySearch.Differs(before, change.After)).Select(change => change.After)
            .GroupBy(row => row.Id).Select(rows => rows.Last())], areNew: false, cancellation);
    }

    /// <summary>New opportunities with their past: the row as it ends, a history row and an event for every step that led there.</summary>
    public static async Task SavePast(CrmDb db, IReadOnlyList<IReadOnlyList<Change>> pasts, CustomFields custom, CancellationToken cancellation)
    {
        var batch = new StatementBatch(db);
        foreach (var steps in pasts)
        {
            var end = steps[^1].After;
            if (end.TenantId != db.TenantId || steps[0].Before is not null) throw new InvalidOperationException("Only the past of a new opportunity of this tenant can be taken in.");
            batch.Insert(end);
            foreach (var step in steps)
            {
                batch.Insert(HistoryRow.Of(step));
                batch.Insert(Event(db, step));
            }
            if (ChangeAudit.Of(steps[^1] with { Before = null, Kind = Contracts.Opportunities.ChangeKind.Opened }) is { } audit) batch.Insert(audit);
            await WriteCustom(db, batch, custom, end.Id, CustomValues.None, CustomValues.Of(end), cancellation);
            foreach (var product in Products(end)) batch.Insert(new LineRow { TenantId = end.TenantId, OpportunityId = end.Id, ProductId = product });
        }
        await batch.Run(cancellation);
        if (db.Search is { } search) await search.Put(db, [.. pasts.Select(steps => steps[^1].After)], areNew: true, cancellation);
    }

    static void Write(CrmDb db, StatementBatch batch, Change change)
    {
        var (before, after) = (change.Before, change.After);
        if (after.TenantId != db.TenantId) throw new InvalidOperationException("An opportunity of another tenant was about to be written.");
        if (before is null) batch.Insert(after);
        else batch.Update(before, after, before.Version);
        batch.Insert(HistoryRow.Of(change));
        batch.Insert(Event(db, change));
        if (ChangeAudit.Of(change) is { } audit) batch.Insert(audit);
        if (!ReferenceEquals(before?.Lines, after.Lines)) Replace(batch, Products(before), Products(after), product =>
            new LineRow { TenantId = after.TenantId, OpportunityId = after.Id, ProductId = product });
        if (!ReferenceEquals(before?.Team, after.Team)) Replace(batch, Members(before), Members(after), member =>
            new TeamRow { TenantId = after.TenantId, OpportunityId = after.Id, MemberId = member });
    }

    static async Task WriteCustom(
        CrmDb db, StatementBatch batch, CustomFields custom, Guid id, CustomValues before, CustomValues after, CancellationToken cancellation)
    {
        foreach (var row in await custom.Replace(db, OpportunityFields.Resource, id, before, after, cancellation)) batch.Insert(row);
    }

    static OutboxRow Event(CrmDb db, Change change)
    {
        var told = ChangeEvent.Of(change);
        return new OutboxRow
        {
            TenantId = db.TenantId,
            EventId = Guid.CreateVersion7(change.After.UpdatedAt),
            Name = EventNames.Of(told.GetType()),
            RecordId = change.After.Id,
            Payload = JsonSerializer.Serialize(told, told.GetType(), StoredJson.Options),
            At = change.After.UpdatedAt,
            ActorId = change.After.UpdatedBy,
        };
    }

    static void Replace<TRow>(StatementBatch batch, HashSet<Guid> former, HashSet<Guid> wanted, Func<Guid, TRow> row)
        where TRow : class
    {
        foreach (var id in former.Except(wanted)) batch.Delete(row(id));
        foreach (var id in wanted.Except(former)) batch.Insert(row(id));
    }

    static HashSet<Guid> Products(Opportunity? opportunity) => [.. opportunity?.Lines.Select(line => line.ProductId) ?? []];

    static HashSet<Guid> Members(Opportunity? opportunity) => [.. opportunity?.Team.Select(member => member.MemberId) ?? []];
}
