using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.LegalEntities;

/// <summary>Creates, edits, archives and restores legal entities. One is the default at any time: changes come one after another within the tenant.</summary>
internal static class WriteLegalEntities
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/legal-entities", Create).WithName("CreateLegalEntity").WithTags("LegalEntities").WithSummary("Creates a legal entity.")
            .Requires(Permission.ManageOrganization).Idempotent().Answers<LegalEntityView>(StatusCodes.Status201Created);
        api.MapPatch("/legal-entities/{id:guid}", Update).WithName("UpdateLegalEntity").WithTags("LegalEntities").WithSummary("Edits a legal entity.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<LegalEntityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapDelete("/legal-entities/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, writes, http, ct))
            .WithName("ArchiveLegalEntity").WithTags("LegalEntities").WithSummary("Archives a legal entity that is not the default one.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<LegalEntityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/legal-entities/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, writes, http, ct))
            .WithName("RestoreLegalEntity").WithTags("LegalEntities").WithSummary("Brings an archived legal entity back.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<LegalEntityView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Create(LegalEntityFields request, Command command, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        if (request.Check() is { } invalid) return invalid.ToProblem();
        return (await writes.Write<LegalEntityView>(command.Writes, async (db, token) =>
        {
            var row = new LegalEntity { Name = request.Name };
            request.WriteTo(row);
            if (row.IsDefault) await TakeOver(db, null, token);
            db.Add(row);
            await db.SaveChangesAsync(token);
            return LegalEntityView.Of(row);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<LegalEntityFields> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<LegalEntityView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { ArchivedAt: null } row) return LegalEntityView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(LegalEntityFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check() is { } invalid) return invalid;
            if (row.IsDefault && !patched.Value.IsDefault) return DefaultStays;
            if (!row.IsDefault && patched.Value.IsDefault) await TakeOver(db, id, token);
            patched.Value.WriteTo(row);
            await db.SaveChangesAsync(token);
            return LegalEntityView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<LegalEntityView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { } row) return LegalEntityView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive && row.IsDefault) return DefaultStays;
            row.ArchivedAt = archive ? row.ArchivedAt ?? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return LegalEntityView.Of(row);
        }, ct)).ToOk(http);

    static async Task TakeOver(CrmDb db, Guid? id, CancellationToken ct)
    {
        foreach (var former in await db.Set<LegalEntity>().AsTracking().Where(row => row.IsDefault && row.Id != id).ToListAsync(ct)) former.IsDefault = false;
    }

    static Task<LegalEntity?> Find(CrmDb db, Guid id, CancellationToken ct) => db.Set<LegalEntity>().SingleOrDefaultAsync(row => row.Id == id, ct);

    static Refusal DefaultStays => Refusal.Conflict("legal-entities/default", "Documents name this one when nobody says which. Make another one the default first.");
}
