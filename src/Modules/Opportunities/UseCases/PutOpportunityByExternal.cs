using System.Text;
using System.Text.Json;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Creates an opportunity by an outside system's key, or replaces its fields when the key is known. Sent twice, it changes nothing the second time.</summary>
internal static class PutOpportunityByExternal
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/by-external/{source}/{externalId}", Handle)
        .WithName(nameof(PutOpportunityByExternal)).WithSummary("Create or replace an opportunity by an outside system's key").Requires(Permission.WorkOpportunities)
        .Idempotent().Answers<OpportunityView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict, RefusalKind.Unprocessable);

    static async Task<IResult> Handle(
        string source, string externalId, CreateOpportunity body, Command command, OpportunityOpening opening, OpportunityReferences references,
        OpportunityCommands commands, Database database, CustomFields custom, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Required("source", source, OpportunityLimits.ExternalSourceLength).Required("externalId", externalId, OpportunityLimits.ExternalIdLength);
        if (errors.ToRefusal("opportunities/invalid-field") is { } invalid) return invalid.ToProblem();
        var caller = command.Caller;
        await using var db = database.Read(caller.TenantId);
        var known = await db.Set<Opportunity>().FirstOrDefaultAsync(row => row.ExternalSource == source && row.ExternalId == externalId, cancellation);
        return known is null
            ? await Create((source, externalId), body, command, opening, commands, database, custom, cancellation)
            : await Replace(db, known, body, command, references, commands, custom, cancellation);
    }

    static async Task<IResult> Create(
        (string, string) key, CreateOpportunity body, Command command, OpportunityOpening opening, OpportunityCommands commands, Database database,
        CustomFields custom, CancellationToken cancellation)
    {
        var decided = await opening.Decide(command.Caller, body, key, cancellation);
        if (decided.Refused(out var refusal)) return refusal.ToProblem();
        try
        {
            var saved = await database.Write<SavedOpportunity>(command.Writes, async (db, ct) =>
            {
                var opened = decided.Value.After;
                if (await custom.Taken(db, OpportunityFields.Resource, opened.Id, CustomValues.None, CustomValues.Of(opened), ct) is { } taken) return taken;
                await OpportunityWriter.Save(db, decided.Value, custom, ct);
                return SavedOpportunity.Of(decided.Value.After, kept: true);
            }, cancellation);
            if (saved.Refused(out refusal)) return refusal.ToProblem();
            await commands.Hint(command.Caller.TenantId);
            var shown = (await custom.Recent(command.Caller.TenantId, cancellation)).For(OpportunityFields.Resource, command.Caller.Roles);
            return new OpportunityResult(shown.Project(Encoding.UTF8.GetBytes(saved.Value.Json)), "\"1\"");
        }
        catch (System.Data.Common.DbException e) when (UniqueKeys.Caused(new DbUpdateException("", e)))
        {
            return Refusal.Conflict("opportunities/external-key-taken", "Another call with this key was first. Send it again.").ToProblem();
        }
    }

    static async Task<IResult> Replace(
        CrmDb db, Opportunity known, CreateOpportunity body, Command command, OpportunityReferences references, OpportunityCommands commands,
        CustomFields custom, CancellationToken cancellation)
    {
        var caller = command.Caller;
        if (!caller.ScopeOf(Resource.Opportunities).Sees(known.OwnerId, known.DepartmentId, known.Team.Select(member => member.MemberId)))
            return GetOpportunity.NotFound.ToProblem();
        if (body.Stage is not null && !body.Stage.Equals(known.OpenStage, StringComparison.OrdinalIgnoreCase))
            return Refusal.Field("stage", "opportunities/stage-moves", "An opportunity that exists moves by advance and move-back.").ToProblem();
        var currency = await references.Currency(caller.TenantId, body.Amount, body.Currency, cancellation);
        if (currency.Refused(out var refusal)) return refusal.ToProblem();
        var resolved = await references.Resolve(db, caller, body.AsEdit(known.Type, currency.Value, known.OwnerId), known, cancellation);
        if (resolved.Refused(out refusal)) return refusal.ToProblem();
        var at = new Moment(known.UpdatedAt, DateOnly.FromDateTime(known.UpdatedAt), caller.MemberId);
        if (known.Edit(resolved.Value.Fields, resolved.Value.Rate, at) is { IsRefused: false } edit && ChangeAudit.Of(edit.Value) is null && SameParts(known, edit.Value.After))
        {
            var view = OpportunityView.Of(known, await custom.For(db, caller, OpportunityFields.Resource, cancellation));
            return new OpportunityResult(JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options), $"\"{known.Version}\"");
        }
        return await commands.Send(known.Id, command, new ExpectedVersion(known.Version), OpportunityAction.Edit, asked => asked with
        {
            Fields = resolved.Value.Fields,
            Rate = resolved.Value.Rate,
        });
    }

    static bool SameParts(Opportunity a, Opportunity b) => a.Lines.SequenceEqual(b.Lines) && a.Team.SequenceEqual(b.Team);
}
