using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Crm.Bench.Load;

/// <summary>One client of the load: a thread with its connection, sending as fast as it is answered.</summary>
internal sealed class LoadClient(LoadSpec spec, int number)
{
    readonly List<long> _ticks = new(1 << 16);
    int _failed;
    bool _answered;

    public IReadOnlyList<long> Ticks => _ticks;

    public int Failed => _failed;

    public long Sent { get; private set; }

    public string? FirstFailure { get; private set; }

    public bool RanDry { get; private set; }

    public long FinishedAt { get; private set; }

    public void Run(LoadClock clock)
    {
        try
        {
            using var connection = new HttpConnection(spec.Host, spec.Port);
            if (spec.Advances.Count > 0)
                Advance(connection, clock);
            else
                Read(connection, clock);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            Fail(failure.Message);
        }
        finally
        {
            Answered(clock);
        }

        FinishedAt = Math.Min(Stopwatch.GetTimestamp(), clock.Until);
    }

    void Read(HttpConnection connection, LoadClock clock)
    {
        var requests = spec.Reads.Select(path => Bytes("GET", path, [], "")).ToArray();
        // Clients start at different places, so that they do not walk the same record in step.
        for (var turn = number * 7919; ; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            if (began >= clock.Until)
                return;
            Count(connection.Send(requests[turn % requests.Length]), connection, began, clock);
        }
    }

    void Advance(HttpConnection connection, LoadClock clock)
    {
        for (var at = number; at < spec.Advances.Count; at += spec.Clients)
        {
            var work = spec.Advances[at];
            var etag = work.ETag;
            foreach (var stage in work.Stages)
            {
                var request = Bytes("POST", work.Path, [("If-Match", etag), ("Content-Type", "application/json")], $$"""{"toStage":"{{stage}}"}""");
                var began = Stopwatch.GetTimestamp();
                if (began >= clock.Until)
                    return;
                if (!Count(connection.Send(request, wantsETag: true), connection, began, clock))
                    break;
                etag = connection.ETag;
            }
        }

        RanDry = true;
    }

    bool Count(int status, HttpConnection connection, long began, LoadClock clock)
    {
        Answered(clock);
        Sent++;
        if (status is < 200 or > 299)
        {
            Fail($"{status} {connection.Body}");
            return false;
        }

        if (began >= clock.From)
            _ticks.Add(Stopwatch.GetTimestamp() - began);
        return true;
    }

    void Answered(LoadClock clock)
    {
        if (!_answered)
            clock.Answered();
        _answered = true;
    }

    void Fail(string what)
    {
        _failed++;
        FirstFailure ??= what;
    }

    byte[] Bytes(string method, string path, (string Name, string Value)[] more, string body)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {spec.Host}:{spec.Port}\r\n");
        foreach (var (name, value) in spec.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        foreach (var (name, value) in more)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (body.Length > 0)
            head.Append("Content-Length: ").Append(Encoding.UTF8.GetByteCount(body)).Append("\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(body).ToString());
    }
}
