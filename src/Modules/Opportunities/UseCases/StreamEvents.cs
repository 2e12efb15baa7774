using System.Globalization;
using System.Text.Json;
using Crm.Contracts.Organization;
using Crm.Opportunities.Grains;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
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

    /// <summary>How long the progress of a job that another host runs may stay unseen.</summary>
    static readonly TimeSpan JobPatience = TimeSpan.FromSeconds(2);
    static readonly string[] Topics = ["funnel", "notifications", "jobs"];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/stream", Handle)
        .WithName(nameof(StreamEvents)).WithSummary("Server-sent events: event funnel carries the funnel's body on every change, event jobs a job of yours that moved; each at most 10 a second")
        .Requires(Permission.ReadFunnel).Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

    /// <param name="topics">Divided by commas: funnel, notifications, jobs. Of notifications nothing is told at present.</param>
    static async Task<IResult> Handle(
        string? topics, string? groupBy, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        Caller caller, HttpContext http, IGrainFactory grains, IOrganizationDirectory organization, ICallerSource callers, Database database, JobQueue jobs,
        TimeProvider clock, IHostApplicationLifetime lifetime, CancellationToken aborted)
    {
        // A stream would hold a stopping host for as long as its reader lives; the reader comes back to the next one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var cancellation = ends.Token;
        var wanted = (topics ?? "funnel").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.Length == 0 || wanted.Except(Topics).Any())
            return Refusal.Field("topics", "request/bad-value", $"Expected some of {string.Join(", ", Topics)}.").ToProblem();
        if (wanted.Contains("jobs") && !caller.Has(Permission.ReadJobs))
            return Refusal.Forbidden("auth/not-permitted", $"Your roles do not include the right {Permission.ReadJobs}.").ToProblem();
        var question = await FunnelQuestion.Read(caller, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
        if (question.Refused(out var refusal)) return refusal.ToProblem();

        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.StartAsync(cancellation);
        var funnel = grains.Funnel(caller.TenantId);
        var watch = wanted.Contains("jobs") ? new JobWatch(database, clock) : null;
        var revision = -1L;
        ScopeRule? sight = null;
        Task<long>? moved = null;
        Task? stirred = null;
        try
        {
            for (var isFirst = true; !cancellation.IsCancellationRequested; isFirst = false)
            {
                if (wanted.Contains("funnel")) moved ??= funnel.WaitForChange(revision, Patience);
                // The jobs that are under way are told at once.
                if (!isFirst || watch is null) await Next(moved, stirred, watch is null ? Patience : JobPatience, clock, cancellation);
                // Asked for before looking, so that what moves after the look is heard.
                stirred = watch is null ? null : jobs.Moved(caller.TenantId);
                var told = false;
                var again = await callers.Find(http);
                if (again.IsRefused || !again.Value.Has(Permission.ReadFunnel)) break;
                if (watch is not null)
                {
                    if (!again.Value.Has(Permission.ReadJobs)) break;
                    foreach (var job in await watch.Look(again.Value, cancellation))
                    {
                        await Write(http, "jobs", null, JsonSerializer.SerializeToUtf8Bytes(job, ApiJson.Options), cancellation);
                        told = true;
                    }
                }
                if (moved is { IsCompleted: true })
                {
                    var seen = await moved;
                    moved = null;
                    // Who has moved, or whose role has changed, sees another funnel though nothing in it moved.
                    if (seen != revision || (sight is not null && sight != again.Value.ScopeOf(Resource.Opportunities)))
                    {
                        var query = await FunnelQuestion.Read(again.Value with { Language = caller.Language }, groupBy, ownerId, departmentId, productId, currency, organization, cancellation);
                        if (query.IsRefused) break;
                        var answer = await funnel.Read(query.Value);
                        revision = answer.Revision;
                        sight = query.Value.Scope;
                        await Write(http, "funnel", revision, answer.Json, cancellation);
                        told = true;
                    }
                }
                if (!told) await Say(http, ": still here\n\n", cancellation);
                await Task.Delay(Gap, clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Ends as a stream does: the answer is whole up to here.
        }
        return Results.Empty;
    }

    /// <summary>Waits until there may be something to tell, or as long as a silent line is trusted.</summary>
    static async Task Next(Task? moved, Task? stirred, TimeSpan longest, TimeProvider clock, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(new[] { moved, stirred, Task.Delay(longest, clock, end.Token) }.OfType<Task>());
        await end.CancelAsync();
    }

    static async Task Say(HttpContext http, string line, CancellationToken cancellation)
    {
        await http.Response.WriteAsync(line, cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }

    static async Task Write(HttpContext http, string name, long? id, byte[] json, CancellationToken cancellation)
    {
        var head = id is null ? "" : string.Create(CultureInfo.InvariantCulture, $"id: {id}\n");
        await http.Response.WriteAsync($"{head}event: {name}\ndata: ", cancellation);
        await http.Response.Body.WriteAsync(json, cancellation);
        await http.Response.WriteAsync("\n\n", cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
