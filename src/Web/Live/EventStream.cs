using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using Microsoft.AspNetCore.Components.WebAssembly.Http;

namespace Crm.Web.Live;

/// <summary>
/// The browser's one stream of server-sent events. It opens when the first page listens, closes when the last one leaves, and
/// comes back by itself; after a gap listeners are told to read afresh, because what happened meanwhile is not replayed.
/// </summary>
internal sealed class EventStream(HttpClient http, TimeProvider clock) : IDisposable
{
    private const string Address = "api/v1/stream?topics=funnel";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];
    private readonly List<Listener> _listeners = [];
    private CancellationTokenSource? _running;

    public event Action? StateChanged;

    public StreamState State { get; private set; } = StreamState.Off;

    /// <summary>Listens until disposed.</summary>
    /// <param name="topic">Name of the event.</param>
    /// <param name="heard">Gets the event's data; null after a gap.</param>
    public IDisposable Listen(string topic, Func<string?, Task> heard)
    {
        var listener = new Listener(this, topic, heard);
        _listeners.Add(listener);
        if (_running is null)
        {
            _running = new CancellationTokenSource();
            _ = Run(_running.Token);
        }

        return listener;
    }

    private async Task Run(CancellationToken ct)
    {
        var failures = 0;
        var gap = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Address);
                request.SetBrowserResponseStreamingEnabled(true);
                request.Headers.Accept.ParseAdd("text/event-stream");
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
                if (response.StatusCode == HttpStatusCode.Unauthorized) break; // the session is over and the shell shows the sign-in
                response.EnsureSuccessStatusCode();
                Be(StreamState.On);
                failures = 0;
                if (gap) await Tell(null, null);
                gap = true;
                await using var stream = await response.Content.ReadAsStreamAsync(ct);
                var parser = SseParser.Create(stream, (_, bytes) => Encoding.UTF8.GetString(bytes));
                await foreach (var item in parser.EnumerateAsync(ct)) await Tell(item.EventType, item.Data);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                failures++;
            }

            if (ct.IsCancellationRequested) break;
            Be(StreamState.Waiting);
            try
            {
                await Task.Delay(Pauses[Math.Min(failures, Pauses.Length - 1)], clock, ct);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        Be(StreamState.Off);
    }

    private async Task Tell(string? topic, string? data)
    {
        foreach (var listener in _listeners.ToArray())
            if (topic is null || listener.Topic == topic) await listener.Heard(data);
    }

    private void Be(StreamState state)
    {
        if (State == state) return;
        State = state;
        StateChanged?.Invoke();
    }

    private void Leave(Listener listener)
    {
        _listeners.Remove(listener);
        if (_listeners.Count > 0) return;
        Dispose();
    }

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }

    private sealed record Listener(EventStream Stream, string Topic, Func<string?, Task> Heard) : IDisposable
    {
        public void Dispose() => Stream.Leave(this);
    }
}
