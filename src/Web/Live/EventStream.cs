using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using Microsoft.AspNetCore.Components.WebAssembly.Http;

namespace Crm.Web.Live;

/// <summary>
/// The browser's one stream of server-sent events. The frame around the pages listens to topics of its own as long as it stands; beside them
/// the page that is shown follows one, and asking again replaces its former wish. The stream comes back by itself after a break, and the first
/// event of a topic then carries its whole present state.
/// </summary>
internal sealed class EventStream(HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];
    private readonly Dictionary<string, Func<string, Task>> _standing = new(StringComparer.Ordinal);
    private (string Topic, string Filter, Func<string, Task> Heard)? _page;
    private CancellationTokenSource? _running;

    public event Action? StateChanged;

    public StreamState State { get; private set; } = StreamState.Off;

    /// <summary>Listens to a topic on every page.</summary>
    /// <param name="topic">As the API names it.</param>
    /// <param name="heard">Gets the data of each of its events.</param>
    public void Listen(string topic, Func<string, Task> heard)
    {
        _standing[topic] = heard;
        Begin();
    }

    public void Ignore(string topic)
    {
        if (_standing.Remove(topic)) Begin();
    }

    /// <summary>Follows a topic for the page that is shown.</summary>
    /// <param name="topic">As the API names it.</param>
    /// <param name="filter">The topic's own parameters, as the API takes them; may be empty.</param>
    /// <param name="heard">Gets the data of each of its events.</param>
    public void Follow(string topic, string filter, Func<string, Task> heard)
    {
        _page = (topic, filter, heard);
        Begin();
    }

    public void Leave()
    {
        if (_page is null) return;
        _page = null;
        Begin();
    }

    public void Dispose() => _running?.Dispose();

    private void Begin()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
        Be(StreamState.Off);
        var topics = _standing.Keys.Concat(_page is { } page ? [page.Topic] : []).Distinct().ToList();
        if (topics.Count == 0) return;
        _running = new CancellationTokenSource();
        _ = Run("api/v1/stream?topics=" + string.Join(',', topics) + (_page is { Filter.Length: > 0 } shown ? "&" + shown.Filter : ""), _running.Token);
    }

    private Task Hear(string topic, string data) =>
        _page is { } page && page.Topic == topic ? page.Heard(data) : _standing.TryGetValue(topic, out var heard) ? heard(data) : Task.CompletedTask;

    private async Task Run(string address, CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested; failures++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.SetBrowserResponseStreamingEnabled(true);
                request.Headers.Accept.ParseAdd("text/event-stream");
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
                if (response.StatusCode == HttpStatusCode.Unauthorized) break; // the session is over and the shell shows the sign-in
                response.EnsureSuccessStatusCode();
                Be(StreamState.On);
                failures = 0;
                await using var stream = await response.Content.ReadAsStreamAsync(ct);
                var parser = SseParser.Create(stream, (_, bytes) => Encoding.UTF8.GetString(bytes));
                await foreach (var item in parser.EnumerateAsync(ct)) await Hear(item.EventType, item.Data);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // the pause below, then again
            }

            if (ct.IsCancellationRequested) return;
            Be(StreamState.Waiting);
            try
            {
                await Task.Delay(Pauses[Math.Min(failures, Pauses.Length - 1)], clock, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        if (!ct.IsCancellationRequested) Be(StreamState.Off);
    }

    private void Be(StreamState state)
    {
        if (State == state) return;
        State = state;
        StateChanged?.Invoke();
    }
}
