using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>The host as a process of its own, to be killed. Starts on a given database, so that the next one finds what this one left.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();

    HostProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>The last lines that the process wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts without waiting for the first answer.</summary>
    public static HostProcess Launch(TestDatabase database, TestHostOptions? options = null)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        start.ArgumentList.Add(Checkout.PathOf("src", "Host", "bin", configuration, "net10.0", "Crm.Host.dll"));
        start.ArgumentList.Add($"--urls={address}");
        foreach (var (name, value) in (options ?? new TestHostOptions()).Over(database))
            start.ArgumentList.Add($"--{name}={value}");
        return new HostProcess(Process.Start(start)!, address);
    }

    /// <summary>Starts and waits until <c>/health/ready</c> is good.</summary>
    public static async Task<HostProcess> Start(TestDatabase database, TestHostOptions? options = null)
    {
        var host = Launch(database, options);
        await host.Ready();
        return host;
    }

    public async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.True(
            async () =>
            {
                Assert.False(HasExited, $"The host ended by itself:\n{Output}");
                try
                {
                    using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
                    return answer.IsSuccessStatusCode;
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    return false;
                }
            },
            "the host is ready", TimeSpan.FromSeconds(60));
    }

    /// <summary>SIGKILL: nothing is said, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM, as an operator's service manager sends it. Does not wait: <see cref="Ended"/> does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Ended(TimeSpan within)
    {
        await Eventually.True(() => HasExited, $"the host has ended\n{Output}", within);
        // Its last lines may still be on their way.
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        while (_output.Count > 200)
            _output.TryDequeue(out _);
    }
}
