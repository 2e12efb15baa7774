using System.Globalization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Http;
using Crm.Platform.Modules;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Modules;

/// <summary>
/// Switches a module off or on for the tenant. Nothing of it is deleted or changed: its operations are refused, its jobs wait, and what happens
/// elsewhere is kept for it until it is on again.
/// </summary>
internal static class SwitchModule
{
    internal sealed record ModuleSwitchRequest
    {
        public required bool On { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/modules/{module}", Handle).WithName(nameof(SwitchModule)).WithTags("Modules")
            .WithSummary("Switches a module off or on for the tenant; its data stay as they are.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<ModuleView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        string module, ModuleSwitchRequest request, ExpectedVersion version, Caller caller, ModelParts parts, AccessWrites writes, HeldWork held,
        HttpContext http, CancellationToken ct)
    {
        if (parts.Modules.FirstOrDefault(known => known.Name == module) is not { } found)
            return Refusal.NotFound("modules/not-found", "There is no such module.").ToProblem();
        var outcome = await writes.Write(caller.Writes(), (db, token) => Switch(db, found, request.On, version, parts, held, token), ct);
        if (!outcome.IsRefused) http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{outcome.Value.Version}\"");
        return outcome.ToOk(http);
    }

    static async Task<Outcome<ModuleView>> Switch(
        CrmDb db, IModule module, bool on, ExpectedVersion version, ModelParts parts, HeldWork held, CancellationToken ct)
    {
        var rows = await ModuleView.Rows(db, ct);
        var row = rows.GetValueOrDefault(module.Name);
        var rules = ModuleView.Rules(parts);
        if (version.Check(row?.Version ?? 0) is { } stale) return stale;
        if (on == row is not { IsOff: true }) return ModuleView.Of(module, rules, row);
        if (!module.CanBeOff) return Refusal.Conflict("modules/always-on", "The product does not work without this module.");
        var off = rows.Values.Where(other => other.IsOff).Select(other => other.Module).ToHashSet(StringComparer.Ordinal);
        var inTheWay = on ? rules.InTheWayOfOn(module.Name, off) : rules.InTheWayOfOff(module.Name, off);
        if (inTheWay.Count > 0)
            return (on
                ? Refusal.Conflict("modules/needs-others", $"It needs these modules, which are off: {string.Join(", ", inTheWay)}. Switch them on first.")
                : Refusal.Conflict("modules/needed-by-others", $"These modules need it: {string.Join(", ", inTheWay)}. Switch them off first."))
                with
            { Extensions = new Dictionary<string, object?> { ["modules"] = inTheWay } };
        if (row is null) db.Add(row = new ModuleSwitch { Module = module.Name });
        row.IsOff = !on;
        await db.SaveChangesAsync(ct);
        if (on) await held.Resume(db, module.Name, ct);
        return ModuleView.Of(module, rules, row);
    }
}
