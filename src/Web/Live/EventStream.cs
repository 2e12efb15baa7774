using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using Microsoft.AspNetCore.Components.WebAssembly.Http;

namespace Crm.Web.Live;

/// <summary>
/// The browser's one stream of server-sent events. Who follows it says what is wanted; asking again replaces the former wish.
/// It comes back by itself after a break, and the first event then carries the whole present state.
/// </summary>
internal sealed class EventStream(HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];
    private CancellationTokenSource? _running;

    public event Action? StateChanged;

    public StreamState State { get; private set; } = StreamState.Off;

    /// <param name="query">Topics and filters as the API takes them.</param>
    /// <param name="heard">Gets an event's name and data.</param>
    public void Follow(string query, Func<string, string, Task> heard)
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = new CancellationTokenSource();
        _ = Run("api/v1/stream?" + query, heard, _running.Token);
    }

    public void Leave()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
        Be(StreamState.Off);
    }

    public void Dispose() => _running?.Dispose();

    private async Task Run(string address, Func<string, string, Task> heard, CancellationToken ct)
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
                await foreach (var item in parser.EnumerateAsync(ct)) await heard(item.EventType, item.Data);
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
