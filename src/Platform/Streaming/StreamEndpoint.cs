using System.Globalization;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Modules;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.Platform.Streaming;

/// <summary>
/// One stream of server-sent events per browser, which allows but six connections to a host. Who asks and what he may see is asked again
/// before every look: a member who is disabled, or loses a right, hears no more.
/// </summary>
static class StreamEndpoint
{
    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);

    public static void Map(RouteGroupBuilder api)
    {
        var topics = ((IEndpointRouteBuilder)api).ServiceProvider.GetServices<IStreamTopic>().OrderBy(topic => topic.Name, StringComparer.Ordinal).ToList();
        var spec = new StreamSpec(topics);
        var guard = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<ModuleGuard>();
        var modules = topics.ToDictionary(topic => topic, guard.ModuleOf);
        api.MapGet("/stream", (ListQuery query, Caller caller, HttpContext http, ICallerSource callers, TimeProvider clock, IHostApplicationLifetime lifetime, CancellationToken ct) =>
                Handle(topics, modules, spec, query, caller, http, callers, clock, lifetime.ApplicationStopping, ct))
            .WithName("StreamEvents").WithTags("Stream")
            .WithSummary("Server-sent events: each topic's events carry its name and its data, at most 10 a second; a comment line tells that the stream lives.")
            .Lists(spec).Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
    }

    static async Task<IResult> Handle(
        IReadOnlyList<IStreamTopic> topics, Dictionary<IStreamTopic, string?> modules, StreamSpec spec, ListQuery query, Caller caller, HttpContext http, ICallerSource callers, TimeProvider clock,
        CancellationToken stopping, CancellationToken aborted)
    {
        // A stream would hold a stopping host for as long as its reader lives; the reader comes back to the next one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        var ct = ends.Token;
        var opened = await Open(topics, modules, spec, query, caller, ct);
        if (opened.Refused(out var refusal)) return refusal.ToProblem();
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.StartAsync(ct);
        try
        {
            await Follow(http, opened.Value, caller.Language, callers, clock, ct);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ends as a stream does: the answer is whole up to here.
        }
        return Results.Empty;
    }

    static async Task Follow(HttpContext http, IReadOnlyList<Follower> followers, string language, ICallerSource callers, TimeProvider clock, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            // Asked for before looking, so that what moves after the look is heard.
            foreach (var follower in followers) follower.Ask(ct);
            var again = await callers.Find(http);
            if (again.IsRefused || followers.Any(follower => !again.Value.Has(follower.Topic.Requires) || IsOff(again.Value, follower.Module))) return;
            if (!await Tell(http, followers, again.Value with { Language = language }, ct)) return;
            await Task.Delay(Gap, clock, ct);
            await Wait(followers, clock, ct);
        }
    }

    static async Task<Outcome<IReadOnlyList<Follower>>> Open(
        IReadOnlyList<IStreamTopic> topics, Dictionary<IStreamTopic, string?> modules, StreamSpec spec, ListQuery query, Caller caller, CancellationToken ct)
    {
        var known = spec.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (query.Parameters.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            return Refusal.Field(unknown, "request/unknown-parameter", $"This call has no parameter '{unknown}'.");
        var wanted = query.Parameters.TryGetValue("topics", out var text)
            ? text.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. topics.Where(topic => caller.Has(topic.Requires) && !IsOff(caller, modules[topic])).Select(topic => topic.Name)];
        if (wanted.Length == 0 || wanted.Except(topics.Select(topic => topic.Name)).Any())
            return Refusal.Field("topics", "request/bad-value", $"Expected some of {string.Join(", ", topics.Select(topic => topic.Name))}.");
        var followers = new List<Follower>();
        foreach (var topic in topics.Where(topic => wanted.Contains(topic.Name)))
        {
            if (IsOff(caller, modules[topic])) return Gate.ModuleOff(modules[topic]!);
            if (!caller.Has(topic.Requires)) return Refusal.Forbidden("auth/not-permitted", $"Your roles do not include the right {topic.Requires}.");
            var source = await topic.Open(caller, query, ct);
            if (source.Refused(out var refusal)) return refusal;
            followers.Add(new Follower(topic, modules[topic], source.Value));
        }
        return followers;
    }

    /// <summary>False when the stream is to end.</summary>
    static async Task<bool> Tell(HttpContext http, IReadOnlyList<Follower> followers, Caller caller, CancellationToken ct)
    {
        var told = false;
        foreach (var follower in followers)
        {
            var news = await follower.Source.Look(caller, ct);
            if (news.IsRefused) return false;
            foreach (var one in news.Value)
            {
                var head = one.Id is { } id ? string.Create(CultureInfo.InvariantCulture, $"id: {id}\n") : "";
                await http.Response.WriteAsync($"{head}event: {follower.Topic.Name}\ndata: ", ct);
                await http.Response.Body.WriteAsync(one.Json, ct);
                await http.Response.WriteAsync("\n\n", ct);
                told = true;
            }
        }
        if (!told) await http.Response.WriteAsync(": still here\n\n", ct);
        await http.Response.Body.FlushAsync(ct);
        return true;
    }

    static bool IsOff(Caller caller, string? module) => module is not null && caller.ModulesOff.Contains(module);

    static async Task Wait(IReadOnlyList<Follower> followers, TimeProvider clock, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny([.. followers.Select(follower => follower.Stirred), Task.Delay(followers.Min(follower => follower.Source.Patience), clock, end.Token)]);
        await end.CancelAsync();
    }

    sealed class Follower(IStreamTopic topic, string? module, IStreamSource source)
    {
        public IStreamTopic Topic => topic;

        public string? Module => module;

        public IStreamSource Source => source;

        public Task Stirred { get; private set; } = Task.CompletedTask;

        public void Ask(CancellationToken ct)
        {
            if (Stirred.IsCompleted) Stirred = source.Stirred(ct);
        }
    }
}
