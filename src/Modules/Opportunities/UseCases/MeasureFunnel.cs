using System.Diagnostics;
using System.Globalization;
using Crm.Opportunities.Grains;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Opportunities.UseCases;

/// <summary>
/// How long the funnel takes to answer within the process. There only when the host was started with <c>--bench</c>: the bench cannot
/// see a grain from outside, and over HTTP it would measure HTTP.
/// </summary>
internal static class MeasureFunnel
{
    const int MostReads = 100_000;

    internal sealed record Measured(int Reads, double P50Us, double P99Us, double MaxUs);

    public static void Map(RouteGroupBuilder api)
    {
        var configuration = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<IConfiguration>();
        if (!bool.TryParse(configuration["bench"], out var bench) || !bench) return;
        api.MapGet("/bench/funnel", Handle).WithName(nameof(MeasureFunnel)).ExcludeFromDescription().Requires(Permission.ReadFunnel).Answers<Measured>();
    }

    /// <param name="reads">One after the other.</param>
    /// <param name="anew">Each asks what nobody asked before, so that the sums are made and serialised again.</param>
    static async Task<IResult> Handle(int reads, bool anew, Caller caller, IGrainFactory grains)
    {
        var funnel = grains.Funnel(caller.TenantId);
        var query = new FunnelQuery { Scope = caller.ScopeOf(Resource.Opportunities), Language = caller.Language };
        var ticks = new long[Math.Clamp(reads, 1, MostReads)];
        for (var i = 0; i < ticks.Length; i++)
        {
            // A language that nobody speaks is answered in the default one, and is not in the memory of answers.
            var asked = anew ? query with { Language = string.Create(CultureInfo.InvariantCulture, $"x-{i}") } : query;
            var began = Stopwatch.GetTimestamp();
            await funnel.Read(asked);
            ticks[i] = Stopwatch.GetTimestamp() - began;
        }
        Array.Sort(ticks);
        return TypedResults.Ok(new Measured(ticks.Length, Us(ticks, 0.50), Us(ticks, 0.99), Us(ticks, 1)));
    }

    static double Us(long[] sorted, double share) =>
        sorted[Math.Max((int)Math.Ceiling(share * sorted.Length) - 1, 0)] * 1_000_000.0 / Stopwatch.Frequency;
}
