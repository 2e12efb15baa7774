using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>The administration of the choices of pick lists.</summary>
static class ServePickValues
{
    static readonly ListSpec<PickValue> Spec = new ListSpec<PickValue>()
        .Filter("pickListId", row => row.PickListId)
        .Filter("key", row => row.Key)
        .Sort("position", row => row.Position);

    internal sealed record NewPickValue
    {
        public required Guid PickListId { get; init; }

        /// <summary>Up to 100 characters without a comma; made from the English name when left out. Stable.</summary>
        public string? Key { get; init; }

        public required PickValueFields Value { get; init; }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/pick-values", List).WithName("ListPickValues").WithTags("PickLists").WithSummary("Lists the choices of pick lists in their order.")
            .Requires(Permission.ManageFields).Lists(Spec).Answers<Page<PickValueView>>();
        api.MapGet("/pick-values/{id:guid}", Get).WithName("GetPickValue").WithTags("PickLists").WithSummary("Reads a choice.")
            .Requires(Permission.ManageFields).Answers<PickValueView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/pick-values", Create).WithName("CreatePickValue").WithTags("PickLists").WithSummary("Adds a choice at the end of a pick list; a list has at most 500.")
            .Requires(Permission.ManageFields).Idempotent().Answers<PickValueView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);
        api.MapPatch("/pick-values/{id:guid}", Update).WithName("UpdatePickValue").WithTags("PickLists").WithSummary("Renames or recolours a choice; records keep it.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickValueView>().Refuses(RefusalKind.NotFound);
        api.MapDelete("/pick-values/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, writes, http, ct))
            .WithName("ArchivePickValue").WithTags("PickLists").WithSummary("Retires a choice: it stays readable where it stands and is not offered.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickValueView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/pick-values/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, writes, http, ct))
            .WithName("RestorePickValue").WithTags("PickLists").WithSummary("Offers a retired choice again.")
            .Requires(Permission.ManageFields).RequireIfMatch().Answers<PickValueView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, FieldWrites writes, HttpContext http, CancellationToken ct)
    {
        await writes.EnsureSeeded(caller.TenantId, ct);
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<PickValue>(), query, PickValueView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<PickValueView> outcome = await db.Set<PickValue>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? PickValueView.Of(row) : PickValueView.NotFound;
        return outcome.ToOk(http);
    }

    static async Task<IResult> Create(NewPickValue request, Command command, FieldWrites writes, HttpContext http, CancellationToken ct)
    {
        if (request.Key is { } given && !FieldKeys.IsValueKey(given))
            return Refusal.Field("key", "pick-values/invalid", $"Up to {FieldLimits.ValueKeyLength} characters, without a comma and without blanks at its ends.").ToProblem();
        if (request.Value.Check() is { } invalid) return invalid.Under("value").ToProblem();
        return (await writes.Write<PickValueView>(command.Writes, async (db, token) =>
        {
            if (!await db.Set<PickList>().AnyAsync(list => list.Id == request.PickListId && list.ArchivedAt == null, token))
                return Refusal.Field("pickListId", "pick-lists/not-found", "There is no such pick list.");
            var known = await db.Set<PickValue>().AsNoTracking().Where(row => row.PickListId == request.PickListId).Select(row => new { row.Key, row.Position }).ToListAsync(token);
            if (known.Count >= FieldLimits.ValuesOfList) return Refusal.Conflict("pick-values/too-many", $"A list has at most {FieldLimits.ValuesOfList} values, retired ones counted.");
            if (request.Key is { } key && known.Any(value => value.Key == key)) return Refusal.Conflict("pick-values/key-taken", "Another value of this list has the key.");
            var row = new PickValue
            {
                Id = Guid.CreateVersion7(db.UtcNow()),
                PickListId = request.PickListId,
                Key = request.Key ?? FieldKeys.FromLabel(request.Value.LabelEn, [.. known.Select(value => value.Key)]),
                LabelEn = "",
                LabelZh = "",
                Position = known.Select(value => value.Position + 1).DefaultIfEmpty(0).Max(),
            };
            request.Value.ApplyTo(row);
            db.Add(row);
            await db.SaveChangesAsync(token);
            return PickValueView.Of(row);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<PickValueFields> patch, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PickValueView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { ArchivedAt: null } row) return PickValueView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(PickValueFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check() is { } invalid) return invalid;
            patched.Value.ApplyTo(row);
            await db.SaveChangesAsync(token);
            return PickValueView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(Guid id, bool archive, ExpectedVersion version, Caller caller, FieldWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<PickValueView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { } row) return PickValueView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            row.ArchivedAt = archive ? row.ArchivedAt ?? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return PickValueView.Of(row);
        }, ct)).ToOk(http);

    static Task<PickValue?> Find(CrmDb db, Guid id, CancellationToken ct) => db.Set<PickValue>().SingleOrDefaultAsync(row => row.Id == id, ct);
}
