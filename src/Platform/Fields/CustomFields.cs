using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>
/// What modules ask about custom fields and pick lists: the definitions as they stand, what a caller sees, and values checked, merged and
/// stored in the save of their record.
/// </summary>
public sealed class CustomFields(
    Database database, IEnumerable<FieldResource> resources, IEnumerable<BuiltInPickList> builtIn, IOrganizationDirectory organization,
    ICustomerDirectory customers, TimeProvider clock)
{
    static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(800);

    readonly ConcurrentDictionary<Guid, (TenantFields Fields, long LookedAt)> _known = new();
    readonly Dictionary<string, FieldResource> _resources = resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
    readonly IReadOnlyList<BuiltInPickList> _builtIn = [.. builtIn];

    public IReadOnlyCollection<FieldResource> Resources => _resources.Values;

    internal IReadOnlyList<BuiltInPickList> BuiltIn => _builtIn;

    public FieldResource? Resource(string name) => _resources.GetValueOrDefault(name);

    /// <summary>The tenant's definitions as the context's transaction sees them: remembered, and asked for by their serial.</summary>
    public async Task<TenantFields> Of(CrmDb db, CancellationToken ct)
    {
        var lookedAt = clock.GetTimestamp();
        var serial = await db.Set<FieldSerial>().Select(row => (long?)row.Serial).SingleOrDefaultAsync(ct) ?? 0;
        if (_known.TryGetValue(db.TenantId, out var known) && known.Fields.Serial == serial)
        {
            _known[db.TenantId] = (known.Fields, lookedAt);
            return known.Fields;
        }
        // The serial was read first: what changed since is read again next time.
        var fields = await Read(db, serial, ct);
        _known[db.TenantId] = (fields, lookedAt);
        return fields;
    }

    /// <summary>The definitions as this node knew them within the last second, for reads that touch no database.</summary>
    public async ValueTask<TenantFields> Recent(Guid tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && clock.GetElapsedTime(known.LookedAt) < LookAfter) return known.Fields;
        await using var db = database.Read(tenantId);
        return await Of(db, ct);
    }

    /// <summary>The resource's fields as the caller's roles let them be seen.</summary>
    public async Task<CallerFields> For(CrmDb db, Caller caller, string resource, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return (await Of(db, ct)).For(resource, caller.Roles);
    }

    internal void Forget(Guid tenantId) => _known.TryRemove(tenantId, out _);

    /// <summary>
    /// Checks what was sent for a record and merges it into what the record holds. Refused with <c>custom-fields/invalid</c> and every field at
    /// fault, or with <c>custom-fields/value-taken</c>. Touches nothing.
    /// </summary>
    /// <param name="db">Reads in the tenant.</param>
    /// <param name="writer">On whose behalf.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="recordId">The record, new or not.</param>
    /// <param name="former">What it holds.</param>
    /// <param name="sent">By key; null when nothing was sent.</param>
    /// <param name="isNew">A new record gets defaults and fills what is required.</param>
    /// <param name="ct">Stops between look-ups.</param>
    /// <param name="batch">Unique values that records of the same batch take and that are not saved yet.</param>
    public async Task<Outcome<CustomValues>> Decide(
        CrmDb db, FieldWriter writer, string resource, Guid recordId, CustomValues former, IReadOnlyDictionary<string, JsonElement>? sent, bool isNew,
        CancellationToken ct, ISet<(Guid Field, string Key)>? batch = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (sent is not { Count: > 0 } && !isNew) return former;
        var fields = (await Of(db, ct)).For(resource, writer.Roles);
        var errors = new FieldErrors();
        var after = fields.Merge(former, sent, isNew, errors);
        if (!errors.Any) await CheckReferences(db, writer, fields, former, after, errors, ct);
        if (errors.ToRefusal("custom-fields/invalid") is { } invalid) return invalid;
        return await Taken(db, fields.Everything, recordId, former, after, batch, ct) is { } taken ? taken : after;
    }

    /// <summary>A refusal when another record has a value that a unique field takes once. Asked again in the transaction that writes.</summary>
    public async Task<Refusal?> Taken(CrmDb db, string resource, Guid recordId, CustomValues before, CustomValues after, CancellationToken ct) =>
        before == after ? null : await Taken(db, (await Of(db, ct)).Of(resource), recordId, before, after, null, ct);

    /// <summary>Writes what lists find the record by, in the record's transaction.</summary>
    public async Task Store(CrmDb db, string resource, Guid recordId, CustomValues before, CustomValues after, CancellationToken ct)
    {
        foreach (var row in await Replace(db, resource, recordId, before, after, ct)) db.Add(row);
    }

    /// <summary>Takes away the rows of the values that changed and returns those to be written in their place.</summary>
    public async Task<IReadOnlyList<FieldValueRow>> Replace(
        CrmDb db, string resource, Guid recordId, CustomValues before, CustomValues after, CancellationToken ct)
    {
        if (before == after) return [];
        var fields = (await Of(db, ct)).Of(resource);
        var rows = new List<FieldValueRow>();
        var gone = new List<Guid>();
        foreach (var (field, old, now) in Changed(fields, before, after))
        {
            if (old is not null) gone.Add(field.Id);
            if (now is not null) rows.AddRange(Rows(db.TenantId, recordId, field, now));
        }
        if (gone.Count > 0)
        {
            var ids = gone.ToArray();
            await db.Set<FieldValueRow>().Where(row => row.RecordId == recordId && ids.Contains(row.FieldId)).ExecuteDeleteAsync(ct);
        }
        return rows;
    }

    /// <summary>A refusal when a built-in member is set to a value that its pick list does not offer. What the record holds may stay.</summary>
    public async Task<Refusal?> CheckChoice(CrmDb db, string listKey, string field, string? before, string? after, CancellationToken ct)
    {
        if (after is null || after == before) return null;
        return (await Of(db, ct)).List(listKey)?.Mistake(after, holdsAlready: false) is { } mistake
            ? Refusal.Field(field, "pick-lists/not-offered", mistake)
            : null;
    }

    static IEnumerable<(FieldDefinition Field, JsonNode? Old, JsonNode? New)> Changed(IReadOnlyList<FieldDefinition> fields, CustomValues before, CustomValues after)
    {
        foreach (var (key, old, now) in CustomValues.Differences(before.Open, after.Open).Concat(CustomValues.Differences(before.Personal, after.Personal)))
            if (fields.FirstOrDefault(field => field.Key == key) is { } field) yield return (field, old, now);
    }

    static IEnumerable<FieldValueRow> Rows(Guid tenantId, Guid recordId, FieldDefinition field, JsonNode value) =>
        FieldReading.Index(field.Type, value).Select((entry, no) => new FieldValueRow
        {
            TenantId = tenantId,
            RecordId = recordId,
            FieldId = field.Id,
            No = no,
            Text = entry.Text,
            Number = entry.Number,
            UniqueKey = field.Unique ? FieldReading.UniqueKey(value) : null,
        });

    static async Task<Refusal?> Taken(
        CrmDb db, IReadOnlyList<FieldDefinition> fields, Guid recordId, CustomValues before, CustomValues after, ISet<(Guid, string)>? batch, CancellationToken ct)
    {
        foreach (var (field, _, now) in Changed(fields, before, after).Where(change => change.Field.Unique && change.New is not null))
        {
            var key = FieldReading.UniqueKey(now!);
            var other = await db.Set<FieldValueRow>().AnyAsync(row => row.FieldId == field.Id && row.UniqueKey == key && row.RecordId != recordId, ct);
            if (other || batch?.Add((field.Id, key)) == false)
            {
                const string taken = "Another record has this value.";
                return new Refusal(RefusalKind.Conflict, "custom-fields/value-taken", taken, new Dictionary<string, string[]> { [field.Path] = [taken] });
            }
        }
        return null;
    }

    async Task CheckReferences(CrmDb db, FieldWriter writer, CallerFields fields, CustomValues former, CustomValues after, FieldErrors errors, CancellationToken ct)
    {
        foreach (var (field, _, now) in Changed(fields.Everything, former, after))
        {
            if (now is null) continue;
            if (field.Type == CustomFieldType.Member)
            {
                var member = await organization.Member(db.TenantId, Guid.Parse((string)now!), ct);
                errors.When(member is not { Active: true }, field.Path, "There is no such active member.");
            }
            else if (field.Type == CustomFieldType.Customer)
            {
                var customer = await customers.Find(db, Guid.Parse((string)now!), ct);
                errors.When(customer is null || customer.Archived || !writer.SeesCustomer(customer.OwnerId, customer.DepartmentId), field.Path, "There is no such customer.");
            }
        }
    }

    /// <summary>Straight from the tables, for changes of the definitions themselves, which nobody may remember before they are committed.</summary>
    internal async Task<TenantFields> Read(CrmDb db, long serial, CancellationToken ct)
    {
        var lists = await db.Set<PickList>().AsNoTracking().ToListAsync(ct);
        var values = (await db.Set<PickValue>().AsNoTracking().ToListAsync(ct)).ToLookup(value => value.PickListId);
        var choices = lists.ToDictionary(list => list.Id, list => new ChoiceList(list.Id, list.Key, list.AllowsOther,
            [.. values[list.Id].OrderBy(value => value.Position).ThenBy(value => value.Id)
                .Select(value => new ChoiceValue(value.Key, value.LabelEn, value.LabelZh, value.Color, value.ArchivedAt is not null))]));
        var fields = await db.Set<CustomField>().AsNoTracking().OrderBy(field => field.Position).ThenBy(field => field.Id).ToListAsync(ct);
        return new TenantFields(serial, fields.Select(field => new FieldDefinition(field, field.PickListId is { } list ? choices.GetValueOrDefault(list) : null)),
            choices.Values.Concat(_builtIn.Where(list => lists.All(known => known.Key != list.Key)).Select(list => list.Untouched())));
    }
}
