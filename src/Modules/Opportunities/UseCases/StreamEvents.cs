using System.Globalization;
using Crm.Contracts.Organization;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Crm.Opportunities.UseCases;

/// <summary>One stream of server-sent events per browser. The right to see is asked again while it lives: a member who is disabled hears no more.</summary>
internal static class StreamEvents
{
    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly string[] Topics = ["funnel", "notifications", "jobs"];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/stream", Handle)
        .WithName(nameof(StreamEvents)).WithSummary("Server-sent events: event funnel carries the funnel's body on every change, at most 10 a second")
        .Requires(Permission.ReadFunnel).Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

    /// <param name="topics">Divided by commas: funnel, notifications, jobs. Only funnel is told at present.</param>
    static async Task<IResult> Handle(
        string? topics, string? groupBy, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        Caller caller, HttpContext http, IGrainFactory grains, IOrganizationDirectory organization, ICallerSource callers, TimeProvider clock,
        IHostApplicationLifetime lifetime, CancellationToken aborted)
    {
        // A stream would hold a stopping host for as long as its reader lives; the reader comes back to the next one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var cancellation = ends.Token;
        var wanted = (topics ?? "funnel").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.Length == 0 || wanted.Except(Topics).Any())
            return Refusal.Field("topics", "request/bad-value", $"Expected some of {string.Join(", ", Topics)}.").ToProblem();
        var question = await FunnelQuestion.Read(caller, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
        if (question.Refused(out var refusal)) return refusal.ToProblem();

        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.StartAsync(cancellation);
        var funnel = grains.Funnel(caller.TenantId);
        var revision = -1L;
        ScopeRule? sight = null;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var seen = wanted.Contains("funnel") ? await funnel.WaitForChange(revision, Patience).WaitAsync(cancellation) : await Idle(clock, revision, cancellation);
                var again = await callers.Find(http);
                if (again.IsRefused || !again.Value.Has(Permission.ReadFunnel)) break;
                // Who has moved, or whose role has changed, sees another funnel though nothing in it moved.
                if (seen == revision && (sight is null || sight == again.Value.ScopeOf(Resource.Opportunities)))
                {
                    await http.Response.WriteAsync(": still here\n\n", cancellation);
                    await http.Response.Body.FlushAsync(cancellation);
                    continue;
                }
                var query = await FunnelQuestion.Read(again.Value, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
                if (query.IsRefused) break;
                var answer = await funnel.Read(query.Value);
                revision = answer.Revision;
                sight = query.Value.Scope;
                await Write(http, "funnel", revision, answer.Json, cancellation);
                await Task.Delay(Gap, clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Ends as a stream does: the answer is whole up to here.
        }
        return Results.Empty;
    }

    static async Task<long> Idle(TimeProvider clock, long revision, CancellationToken cancellation)
    {
        await Task.Delay(Patience, clock, cancellation);
        return revision;
    }

    static async Task Write(HttpContext http, string name, long id, byte[] json, CancellationToken cancellation)
    {
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {id}\nevent: {name}\ndata: "), cancellation);
        await http.Response.Body.WriteAsync(json, cancellation);
        await http.Response.WriteAsync("\n\n", cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
