using Crm.Platform.Data;
using Crm.Platform.Modules;
using Crm.Platform.Security;

namespace Crm.Platform.Records;

/// <summary>Every kind of record that modules have registered, by name.</summary>
public sealed class RecordKinds(IEnumerable<IRecordKind> kinds, ModuleGuard guard)
{
    readonly Dictionary<string, IRecordKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _kinds.Keys.Order(StringComparer.Ordinal);

    public bool Knows(string kind) => _kinds.ContainsKey(kind);

    /// <summary>The record when the caller sees it; otherwise a refusal that names the field, the same for a record that does not exist.</summary>
    public async Task<Outcome<RecordRef>> Find(CrmDb db, Caller caller, string kind, Guid id, CancellationToken ct)
    {
        if (!_kinds.TryGetValue(kind, out var found))
            return Refusal.Field("recordKind", "records/unknown-kind", $"Is none of {string.Join(", ", Names)}.");
        // The records of a module that is off are not seen by way of another one.
        return !guard.IsOff(caller, found) && (await found.Find(db, caller, [id], ct)) is [var record]
            ? record
            : Refusal.NotFound("records/not-found", "There is no such record.");
    }

    /// <summary>The record when the caller may edit it; otherwise a refusal: as for one that does not exist when the caller does not see it.</summary>
    public async Task<Outcome<RecordRef>> FindToEdit(CrmDb db, Caller caller, string kind, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await Find(db, caller, kind, id, ct);
        if (found.IsRefused) return found;
        var right = _kinds[kind].EditedWith;
        if (!caller.Has(right)) return Refusal.Forbidden("auth/not-permitted", $"Your roles do not include the right {right}.");
        return found.Value.Archived ? Refusal.Unprocessable("records/archived", "The record is archived and takes nothing new.") : found;
    }

    public bool MayEdit(Caller caller, string kind) => _kinds.TryGetValue(kind, out var known) && caller?.Has(known.EditedWith) == true;

    /// <summary>What the caller may see of the records, for showing their names: one query a kind.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, Guid Id), RecordRef>> Find(
        CrmDb db, Caller caller, IEnumerable<(string Kind, Guid Id)> records, CancellationToken ct)
    {
        var found = new Dictionary<(string, Guid), RecordRef>();
        foreach (var kind in records.Distinct().GroupBy(record => record.Kind))
        {
            if (!_kinds.TryGetValue(kind.Key, out var known) || guard.IsOff(caller, known)) continue;
            foreach (var record in await known.Find(db, caller, [.. kind.Select(record => record.Id)], ct)) found[(record.Kind, record.Id)] = record;
        }
        return found;
    }
}
