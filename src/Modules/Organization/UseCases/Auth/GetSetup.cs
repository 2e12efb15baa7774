using Crm.Organization.Intake;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Auth;

/// <summary>Whether the installation still waits for its first administrator.</summary>
internal static class GetSetup
{
    internal sealed record SetupView(bool Needed);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/setup", Handle).WithName(nameof(GetSetup)).WithTags("Setup")
            .WithSummary("Whether the installation still needs its first administrator.").Anonymous().Answers<SetupView>();

    static async Task<IResult> Handle(Database database, CancellationToken ct) =>
        TypedResults.Ok(new SetupView(!await TenantIntakes.IsInstalled(database, ct)));
}
