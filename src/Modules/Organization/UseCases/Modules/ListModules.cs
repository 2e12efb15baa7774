using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Modules;

internal static class ListModules
{
    internal sealed record ModuleList(IReadOnlyList<ModuleView> Items);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/modules", Handle).WithName(nameof(ListModules)).WithTags("Modules")
            .WithSummary("Lists the modules of this installation, and which of them the tenant has on.")
            .Requires(Permission.ReadOrganization).Answers<ModuleList>();

    static async Task<IResult> Handle(Caller caller, Database database, ModelParts parts, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var rows = await ModuleView.Rows(db, ct);
        var rules = ModuleView.Rules(parts);
        return TypedResults.Ok(new ModuleList([.. parts.Modules.Select(module => ModuleView.Of(module, rules, rows.GetValueOrDefault(module.Name)))]));
    }
}
