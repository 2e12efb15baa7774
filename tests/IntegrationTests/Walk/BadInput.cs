using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// Sends spoiled requests to every operation and judges the answers. One client has one tenant at a time, so that a row which appears
/// can only be its own; all it does follows from the seed.
/// </summary>
sealed partial class BadInput(TestHost host, int seed)
{
    const int Clients = 4;
    const int PerTenant = 1_500;
    const int PerTemplate = 30;
    const int LookBehindEach = 20;

    /// <summary>Longer request lines the server refuses before the application sees them, and says so without a body.</summary>
    const int LongestUrl = 8_000;

    /// <summary>What an attempt to sign in leaves behind even when it fails: the count of failures.</summary>
    static readonly string[] Attempts = ["SignIn", "ChangeMyPassword"];

    readonly ConcurrentDictionary<string, string> _findings = new();
    readonly ConcurrentDictionary<int, int> _statuses = new();
    readonly ConcurrentDictionary<string, int> _operations = new();
    int _sent;
    int _watched;

    public IReadOnlyCollection<string> Findings => [.. _findings.Values];

    public int Sent => _sent;

    public int OperationsReached => _operations.Count;

    public string Summary => $"{_sent} requests to {_operations.Count} operations, seed {seed}; {_watched} refusals looked behind; " +
        string.Join(", ", _statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"));

    public Task Send(int requests) => Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Client(client, requests / Clients))));

    async Task Client(int client, int requests)
    {
        var random = new Random(seed * 31 + client);
        var templates = new Dictionary<string, (WalkRequest Request, int Left)>();
        Scene? scene = null;
        // Its own connections: the server may close one after it has refused a body, and what makes a scene must not be lost with it.
        using var http = host.Anonymous();
        for (var i = 0; i < requests; i++)
        {
            if (i % PerTenant == 0)
            {
                scene = await Scene.In(await host.NewTenant());
                http.DefaultRequestHeaders.Authorization = scene.Maker.Http.DefaultRequestHeaders.Authorization;
                templates.Clear();
            }
            var operation = scene!.Surface.Operations[random.Next(scene.Surface.Operations.Count)];
            if (!templates.TryGetValue(operation.Id, out var template) || template.Left == 0) template = (await scene.Requests.To(operation), PerTemplate);
            templates[operation.Id] = (template.Request, template.Left - 1);
            var request = template.Request.Copy();
            var spoiled = Spoiling.One(random, request);
            if (random.Next(6) == 0) spoiled = new($"{spoiled.What}, {Spoiling.One(random, request).What}", null);
            await One(scene, http, request, spoiled, isWatched: i % LookBehindEach == 0, $"client {client}, request {i}");
        }
    }

    async Task One(Scene scene, HttpClient http, WalkRequest request, Spoiled spoiled, bool isWatched, string where)
    {
        var before = isWatched ? await TenantRows.Counts(scene.Tenant) : null;
        if (await Answered(http, request, spoiled, where) is not { } answer) return;
        Judge(request, spoiled, answer, where);
        if (before is null || (int)answer.Status < 400 || Attempts.Contains(request.Operation.Id)) return;
        Interlocked.Increment(ref _watched);
        if (TenantRows.Differences(before, await TenantRows.Counts(scene.Tenant)) is not { Count: > 0 } differences) return;
        // Something in the background may have written: ask again when it is quiet.
        before = await TenantRows.Quiet(() => TenantRows.Counts(scene.Tenant));
        if (await Answered(http, request, spoiled, where) is not { } again || (int)again.Status < 400) return;
        differences = TenantRows.Differences(before, await TenantRows.Counts(scene.Tenant));
        if (differences.Count > 0) Find(request, spoiled, answer, where, $"was refused and yet wrote {string.Join("; ", differences)}");
    }

    async Task<Answer?> Answered(HttpClient http, WalkRequest request, Spoiled spoiled, string where, bool isAgain = false)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var answer = await (request.Sender?.Http ?? http).Send(request);
            Interlocked.Increment(ref _sent);
            _statuses.AddOrUpdate((int)answer.Status, 1, (_, n) => n + 1);
            _operations.AddOrUpdate(request.Operation.Id, 1, (_, n) => n + 1);
            return answer;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or NotSupportedException || e is HttpRequestException && e.InnerException is FormatException or InvalidOperationException)
        {
            // The client itself will not send it.
            return null;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ResponseEnded && !isAgain)
        {
            // The connection was closed after the request before.
            return await Answered(http, request, spoiled, where, isAgain: true);
        }
        catch (HttpRequestException) when (request.Length > 1024 * 1024 || request.Url.Length > LongestUrl)
        {
            // Refused and hung up on while the body, or a line longer than any server reads, was still on its way.
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or System.Text.Json.JsonException)
        {
            Find(request, spoiled, null, where, $"got no answer that can be read within {watch.Elapsed.TotalSeconds:0} s: {e.GetType().Name} {e.Message}");
            return null;
        }
    }

    void Judge(WalkRequest request, Spoiled spoiled, Answer answer, string where)
    {
        var status = (int)answer.Status;
        if (status >= 500) Find(request, spoiled, answer, where, "is a fault of ours");
        if (status is < 400 or >= 500 || request.Method == HttpMethod.Head) return;
        if (answer.Text.Length == 0 && (request.Url.Length > LongestUrl || request.Url.Contains("%00", StringComparison.Ordinal) || request.Method == HttpMethod.Trace)) return;
        if (answer.Status == HttpStatusCode.Unauthorized && !request.Operation.IsAnonymous && request.Sender is null)
            Find(request, spoiled, answer, where, "ended a session that nobody ended");
        if (answer.Code is not { } code || !Code().IsMatch(code) || (int?)answer["status"] != status || answer["errors"] is not JsonObject errors || answer["traceId"] is null)
            Find(request, spoiled, answer, where, "is no problem document with code, status, traceId and errors");
        else if (answer.Status == HttpStatusCode.BadRequest && spoiled.Field is { } field && code != "request/bad-json" && !errors.Any(error => field.Length == 0 || Names(error.Key, field)))
            Find(request, spoiled, answer, where, $"does not name the field '{field}'");
    }

    static bool Names(string error, string field) => error.StartsWith(field, StringComparison.Ordinal) || error.Contains("." + field, StringComparison.Ordinal);

    void Find(WalkRequest request, Spoiled spoiled, Answer? answer, string where, string what)
    {
        var kind = $"{request.Operation.Id} {answer?.Status} {answer?.Code} {what.Split(':')[0]}";
        _findings.TryAdd(kind, $"{request.Operation} with {spoiled.What} (seed {seed}, {where}) {what}: {(int?)answer?.Status} {Shorten(answer?.Text ?? "")}\n  {request.ToCurl()}");
    }

    static string Shorten(string text) => text.Length < 1_000 ? text : text[..1_000] + "…";

    [GeneratedRegex("^[a-z0-9-]+/[a-z0-9-]+$")]
    private static partial Regex Code();
}
