using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>The administration of pick lists.</summary>
static class ServePickLists
{
    static readonly ListSpec<PickList> Spec = new ListSpec<PickList>()
        .Filter("key", row => row.Key)
        .Filter("builtIn", row => row.BuiltIn)
        .Sort("key", row => row.Key);

    internal sealed record NewPickList
    {
        /// <summary>A small letter and up to 59 small letters, digits or hyphens. Stable.</summary>
        public required string Key { get; init; }

        public required PickListFields List { get; init; }
    }

    internal sealed record ValueOrder
    {
        /// <summary>Every value of the list that is not retired, once, in their new order.</summary>
        public required IReadOnlyList<Guid> ValueIds { get; init; }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/pick-lists", List).WithName("ListPickLists").WithTags("PickLists").WithSummary("Lists pick lists, built-in ones among them.")
            .Requires(Permission.ManageFields).Lists(Spec).Answers<Page<PickListView>>();
        api.MapGet("/pick-lists/{id:guid}", Get).WithName("GetPickList").WithTags("PickLists").WithSummary("Reads a pick list.")
            .Requires(Permission.ManageFields).Answers<PickListView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/pick-lists", Create).WithName("CreatePickList").WithTags("PickLists").WithSummary("Creates a pick list; a tenant has at most 200.")
            .Requires(Permission.ManageFields).Idempotent().Answers<PickListView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);
        api.MapPatch("/pick-lists/{id:guid}", Update).WithName("UpdatePickList").WithTags("PickLists").WithSummary("Edits a pick list.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickListView>().Refuses(RefusalKind.NotFound);
        api.MapDelete("/pick-lists/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, writes, http, ct))
            .WithName("ArchivePickList").WithTags("PickLists").WithSummary("Retires a pick list that no field uses.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickListView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/pick-lists/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, writes, http, ct))
            .WithName("RestorePickList").WithTags("PickLists").WithSummary("Brings a retired pick list back.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickListView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/pick-lists/{id:guid}/reorder", Reorder).WithName("ReorderPickList").WithTags("PickLists").WithSummary("Sets the order of a list's values.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickListView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, FieldWrites writes, HttpContext http, CancellationToken ct)
    {
        await writes.EnsureSeeded(caller.TenantId, ct);
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<PickList>(), query, PickListView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<PickListView> outcome = await db.Set<PickList>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? PickListView.Of(row) : PickListView.NotFound;
        return outcome.ToOk(http);
    }

    static async Task<IResult> Create(NewPickList request, Command command, FieldWrites writes, HttpContext http, CancellationToken ct)
    {
        if (!FieldKeys.IsListKey(request.Key))
            return Refusal.Field("key", "pick-lists/invalid", $"A small letter and up to {FieldLimits.ListKeyLength - 1} small letters, digits or hyphens.").ToProblem();
        if (request.List.Check(builtIn: false) is { } invalid) return invalid.Under("list").ToProblem();
        return (await writes.Write<PickListView>(command.Writes, async (db, token) =>
        {
            if (await db.Set<PickList>().AnyAsync(row => row.Key == request.Key, token)) return Refusal.Conflict("pick-lists/key-taken", "Another pick list has this key.");
            if (await db.Set<PickList>().CountAsync(token) >= FieldLimits.Lists) return Refusal.Conflict("pick-lists/too-many", $"A tenant has at most {FieldLimits.Lists} pick lists.");
            var row = new PickList { Id = Guid.CreateVersion7(db.UtcNow()), Key = request.Key, LabelEn = "", LabelZh = "" };
            request.List.ApplyTo(row);
            db.Add(row);
            await db.SaveChangesAsync(token);
            return PickListView.Of(row);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<PickListFields> patch, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PickListView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { ArchivedAt: null } row) return PickListView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(PickListFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check(row.BuiltIn) is { } invalid) return invalid;
            patched.Value.ApplyTo(row);
            await db.SaveChangesAsync(token);
            return PickListView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(Guid id, bool archive, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PickListView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { } row) return PickListView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive && row.BuiltIn) return Refusal.Conflict("pick-lists/built-in", "A built-in list is not retired. Retire its values, or let it take other words.");
            if (archive && await db.Set<CustomField>().Where(field => field.PickListId == id && field.ArchivedAt == null).Select(field => field.Key).FirstOrDefaultAsync(token) is { } user)
                return Refusal.Conflict("pick-lists/in-use", $"The field '{user}' is chosen from this list. Retire the field first.");
            row.ArchivedAt = archive ? row.ArchivedAt ?? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return PickListView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Reorder(Guid id, ValueOrder request, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PickListView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { ArchivedAt: null } row) return PickListView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var values = await db.Set<PickValue>().AsTracking().Where(value => value.PickListId == id && value.ArchivedAt == null).ToListAsync(token);
            if (PickOrder.Check("valueIds", "pick-lists", request.ValueIds, values.ConvertAll(value => value.Id)) is { } wrong) return wrong;
            for (var i = 0; i < request.ValueIds.Count; i++)
            {
                var value = values.Single(known => known.Id == request.ValueIds[i]);
                if (value.Position != i) value.Position = i;
            }
            // The order is the list's: whoever read the former one is told.
            db.Entry(row).State = EntityState.Modified;
            await db.SaveChangesAsync(token);
            return PickListView.Of(row);
        }, ct)).ToOk(http);

    static Task<PickList?> Find(CrmDb db, Guid id, CancellationToken ct) => db.Set<PickList>().SingleOrDefaultAsync(row => row.Id == id, ct);
}
