using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>The administration of custom fields.</summary>
static class ServeCustomFields
{
    static readonly ListSpec<CustomField> Spec = new ListSpec<CustomField>()
        .Filter("resource", row => row.Resource)
        .Filter("key", row => row.Key)
        .Filter("type", row => row.Type)
        .Filter("pickListId", row => row.PickListId)
        .Sort("position", row => row.Position);

    internal sealed record NewCustomField
    {
        /// <summary>customers, contacts, opportunities or products.</summary>
        public required string Resource { get; init; }

        /// <summary>A small letter and up to 39 letters or digits. Stable, and never given again.</summary>
        public required string Key { get; init; }

        public required CustomFieldFields Field { get; init; }
    }

    internal sealed record FieldOrder
    {
        public required string Resource { get; init; }

        /// <summary>Every field of the resource that is not retired, once, in the order that forms and pages shall have.</summary>
        public required IReadOnlyList<Guid> FieldIds { get; init; }
    }

    internal sealed record OrderedFields
    {
        public required IReadOnlyList<CustomFieldView> Items { get; init; }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/custom-fields", List).WithName("ListCustomFields").WithTags("CustomFields").WithSummary("Lists custom fields, in the order of their forms.")
            .Requires(Permission.ManageFields).Lists(Spec).Answers<Page<CustomFieldView>>();
        api.MapGet("/custom-fields/{id:guid}", Get).WithName("GetCustomField").WithTags("CustomFields").WithSummary("Reads a custom field.")
            .Requires(Permission.ManageFields).Answers<CustomFieldView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/custom-fields", Create).WithName("CreateCustomField").WithTags("CustomFields")
            .WithSummary("Adds a field to a resource; at most 100 that are not retired.")
            .Requires(Permission.ManageFields).Idempotent().Answers<CustomFieldView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);
        api.MapPatch("/custom-fields/{id:guid}", Update).WithName("UpdateCustomField").WithTags("CustomFields")
            .WithSummary("Edits a custom field. Its key stays, so that filters and programs go on working.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<CustomFieldView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapDelete("/custom-fields/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, writes, http, ct))
            .WithName("ArchiveCustomField").WithTags("CustomFields").WithSummary("Retires a custom field: its values are kept, not shown, not written.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<CustomFieldView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/custom-fields/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, writes, http, ct))
            .WithName("RestoreCustomField").WithTags("CustomFields").WithSummary("Brings a retired field back with the values that records have of it.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<CustomFieldView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPut("/custom-fields/order", Order).WithName("OrderCustomFields").WithTags("CustomFields").WithSummary("Sets the order of a resource's fields.")
            .Requires(Permission.ManageFields).Answers<OrderedFields>().Refuses(RefusalKind.Conflict);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<CustomField>(), query, CustomFieldView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<CustomFieldView> outcome = await db.Set<CustomField>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? CustomFieldView.Of(row) : CustomFieldView.NotFound;
        return outcome.ToOk(http);
    }

    static async Task<IResult> Create(NewCustomField request, Command command, FieldWrites writes, CustomFields fields, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors()
            .When(fields.Resource(request.Resource) is null, "resource", $"Is none of {string.Join(", ", fields.Resources.Select(resource => resource.Name).Order(StringComparer.Ordinal))}.")
            .When(!FieldKeys.IsFieldKey(request.Key), "key", $"A small letter and up to {FieldLimits.KeyLength - 1} letters or digits.");
        if (errors.ToRefusal("custom-fields/invalid-field") is { } wrong) return wrong.ToProblem();
        if (request.Field.Check().ToRefusal("custom-fields/invalid-field") is { } invalid) return invalid.Under("field").ToProblem();
        return (await writes.Write<CustomFieldView>(command.Writes, async (db, token) =>
        {
            var known = await db.Set<CustomField>().AsNoTracking().Where(row => row.Resource == request.Resource).ToListAsync(token);
            if (known.Any(row => row.Key == request.Key)) return Refusal.Conflict("custom-fields/key-taken", "A field of this resource has the key, or had it before it was retired.");
            if (known.Count >= FieldLimits.FieldsEver || known.Count(row => row.ArchivedAt is null) >= FieldLimits.FieldsOfResource) return TooMany;
            if (await CheckList(db, request.Field, token) is { } list) return list.Under("field");
            var row = new CustomField
            {
                Id = Guid.CreateVersion7(db.UtcNow()),
                Resource = request.Resource,
                Key = request.Key,
                LabelEn = "",
                LabelZh = "",
                Position = known.Select(other => other.Position + 1).DefaultIfEmpty(0).Max(),
            };
            request.Field.ApplyTo(row);
            if (await CheckDefault(db, fields, row, token) is { } noDefault) return noDefault.Under("field");
            db.Add(row);
            await db.SaveChangesAsync(token);
            return CustomFieldView.Of(row);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<CustomFieldFields> patch, ExpectedVersion version, Caller caller, FieldWrites writes, CustomFields fields, HttpContext http, CancellationToken ct) =>
        (await writes.Write<CustomFieldView>(caller.Writes(), async (db, token) =>
        {
            if (await db.Set<CustomField>().SingleOrDefaultAsync(row => row.Id == id, token) is not { ArchivedAt: null } row) return CustomFieldView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            // Rules are one whole: those that are sent take the place of all the former ones.
            var present = CustomFieldFields.Of(row);
            var patched = patch.ApplyTo(patch.Has("rules") ? present with { Rules = new FieldRules() } : present);
            if (patched.Refused(out var refusal)) return refusal;
            var wanted = patched.Value;
            if (wanted.Check().ToRefusal("custom-fields/invalid-field") is { } invalid) return invalid;
            if (await CheckChange(db, row, wanted, token) is { } unsafeChange) return unsafeChange;
            if (await CheckList(db, wanted, token) is { } list) return list;
            if (row.Unique && !wanted.Unique)
                await db.Set<FieldValueRow>().Where(value => value.FieldId == id).ExecuteUpdateAsync(set => set.SetProperty(value => value.UniqueKey, (string?)null), token);
            wanted.ApplyTo(row);
            if ((patch.Has("defaultValue") || patch.Has("rules") || patch.Has("type")) && await CheckDefault(db, fields, row, token) is { } noDefault) return noDefault;
            await db.SaveChangesAsync(token);
            return CustomFieldView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(Guid id, bool archive, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<CustomFieldView>(caller.Writes(), async (db, token) =>
        {
            if (await db.Set<CustomField>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } row) return CustomFieldView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null)
            {
                if (!archive && await db.Set<CustomField>().CountAsync(other => other.Resource == row.Resource && other.ArchivedAt == null, token) >= FieldLimits.FieldsOfResource) return TooMany;
                if (!archive && row.PickListId is { } list && !await db.Set<PickList>().AnyAsync(known => known.Id == list && known.ArchivedAt == null, token))
                    return Refusal.Conflict("custom-fields/list-retired", "The field's pick list is retired. Restore it first.");
                row.ArchivedAt = archive ? db.UtcNow() : null;
            }
            await db.SaveChangesAsync(token);
            return CustomFieldView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Order(FieldOrder request, Caller caller, FieldWrites writes, CustomFields fields, HttpContext http, CancellationToken ct)
    {
        if (fields.Resource(request.Resource) is null) return Refusal.Field("resource", "custom-fields/invalid-field", "Is no resource with custom fields.").ToProblem();
        return (await writes.Write<OrderedFields>(caller.Writes(), async (db, token) =>
        {
            var rows = await db.Set<CustomField>().AsTracking().Where(row => row.Resource == request.Resource && row.ArchivedAt == null).ToListAsync(token);
            if (PickOrder.Check("fieldIds", "custom-fields", request.FieldIds, rows.ConvertAll(row => row.Id)) is { } wrong) return wrong;
            for (var i = 0; i < request.FieldIds.Count; i++)
            {
                var row = rows.Single(known => known.Id == request.FieldIds[i]);
                if (row.Position != i) row.Position = i;
            }
            await db.SaveChangesAsync(token);
            return new OrderedFields { Items = [.. rows.OrderBy(row => row.Position).Select(CustomFieldView.Of)] };
        }, ct)).ToOk(http);
    }

    /// <summary>What would give stored values another meaning is refused while there are any.</summary>
    static async Task<Refusal?> CheckChange(CrmDb db, CustomField row, CustomFieldFields wanted, CancellationToken ct)
    {
        var isWidened = (row.Type, wanted.Type) is (CustomFieldType.Url or CustomFieldType.Email or CustomFieldType.Phone, CustomFieldType.Text)
            or (CustomFieldType.Choice, CustomFieldType.Choices);
        var (field, what) = wanted.Type != row.Type && !isWidened ? ("type", "type")
            : wanted.PickListId != row.PickListId ? ("pickListId", "pick list")
            : wanted.Unique && !row.Unique ? ("unique", "uniqueness")
            : wanted.Personal != row.Personal ? ("personal", "protection")
            : FieldDefinition.ReadRules(row.Rules).CurrencyCode != wanted.Rules.CurrencyCode ? ("rules.currencyCode", "currency")
            : ("", "");
        if (field.Length == 0 || !await db.Set<FieldValueRow>().AnyAsync(value => value.FieldId == row.Id, ct)) return null;
        var detail = $"Records have values of this field, and its {what} cannot change under them. Add another field.";
        return new Refusal(RefusalKind.Conflict, "custom-fields/has-values", detail, new Dictionary<string, string[]> { [field] = [detail] });
    }

    static async Task<Refusal?> CheckList(CrmDb db, CustomFieldFields wanted, CancellationToken ct) =>
        wanted.PickListId is { } list && !await db.Set<PickList>().AnyAsync(row => row.Id == list && row.ArchivedAt == null, ct)
            ? Refusal.Field("pickListId", "pick-lists/not-found", "There is no such pick list.")
            : null;

    static async Task<Refusal?> CheckDefault(CrmDb db, CustomFields fields, CustomField row, CancellationToken ct)
    {
        if (row.DefaultValue is null) return null;
        if (row.Unique) return Refusal.Field("defaultValue", "custom-fields/invalid-field", "A value that no two records share cannot be everybody's default.");
        var list = row.PickListId is { } id && await db.Set<PickList>().Where(known => known.Id == id).Select(known => known.Key).SingleOrDefaultAsync(ct) is { } key
            ? (await fields.Read(db, 0, ct)).List(key)
            : null;
        var field = new FieldDefinition(row, list);
        if (FieldReading.Read(field, field.Default!.Value, null, out var mistake) is not { } value) return Refusal.Field("defaultValue", "custom-fields/invalid-field", mistake!);
        row.DefaultValue = value.ToJsonString(StoredJson.Options);
        return null;
    }

    static Refusal TooMany => Refusal.Conflict("custom-fields/too-many", $"A resource has at most {FieldLimits.FieldsOfResource} fields, and {FieldLimits.FieldsEver} with those that are retired.");
}
