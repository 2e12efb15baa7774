using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Crm.Bench.Hosts;

/// <summary>The host as a process, on a folder of its own, with rate limits out of the way.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    public const string SetupCode = "BENCH-SETUP-2026";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();
    readonly long _startedAt;

    BenchHost(Process process, long startedAt, Uri address)
    {
        _process = process;
        _startedAt = startedAt;
        Address = address;
        Api = new Api(address);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public Api Api { get; }

    public static string Checkout { get; } = FindCheckout();

    /// <summary>What is started: the published host once there is one, else the build's output.</summary>
    public static string Assembly { get; private set; } = Path.Combine(Checkout, "src", "Host", "bin", Configuration, "net10.0", "Crm.Host.dll");

    public static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Publishes the host as an operator does and measures that one from then on.</summary>
    /// <returns>Null, or why the build's output is measured instead.</returns>
    public static async Task<string?> Publish(string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout, "tools", "publish.sh"), [folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The script did not start.");
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            return $"{await output}{await errors}".Trim();
        Assembly = Path.Combine(folder, "Crm.Host.dll");
        return null;
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<BenchHost> Start(string dataFolder, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = Launch(dataFolder, settings);
        await host.Ready(ct);
        return host;
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public static BenchHost Launch(string dataFolder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
                 {
                     Assembly, $"--urls={address}", $"--data={dataFolder}", "--bench", $"--Crm:SetupCode={SetupCode}",
                     "--Limits:RequestsPerMinutePerCredential=1000000000", "--Limits:RequestsPerMinutePerTenant=1000000000",
                 })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.ArgumentList.Add($"--{name}={value}");
        var at = Stopwatch.GetTimestamp();
        return new BenchHost(Process.Start(start) ?? throw new InvalidOperationException("The host did not start."), at, address);
    }

    /// <returns>Time from the start of the process to the first answer that is good.</returns>
    public async Task<TimeSpan> FirstGood(string path, string? token, CancellationToken ct)
    {
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended by itself:\n{string.Join('\n', _output)}");
            if (await Api.IsGood(path, token, ct))
                return Stopwatch.GetElapsedTime(_startedAt);
            if (Stopwatch.GetElapsedTime(_startedAt) > Patience)
                throw new TimeoutException($"The host did not answer {path}:\n{string.Join('\n', _output)}");
            await Task.Delay(10, ct);
        }
    }

    public Task<TimeSpan> Ready(CancellationToken ct) => FirstGood("/health/ready", null, ct);

    /// <summary>What the process holds in memory, in MB (10^6 bytes): resident pages, shared ones included.</summary>
    public async Task<double> ResidentMb(CancellationToken ct)
    {
        foreach (var line in await File.ReadAllLinesAsync($"/proc/{_process.Id}/status", ct))
        {
            if (line.StartsWith("VmRSS:", StringComparison.Ordinal))
                return long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6;
        }

        throw new InvalidDataException("The system does not tell the memory of a process.");
    }

    /// <summary>What the process has worked so far, on all cores: unlike the time on the clock it does not grow with what else the machine does.</summary>
    public double CpuSeconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (!_process.HasExited)
        {
            // SIGTERM: the host closes its database, so that the next one finds a folder as an operator leaves it.
            using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Kill();
            }
        }

        _process.Dispose();
    }

    void Kill()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Disposed or gone: nothing to end.
        }
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        while (_output.Count > 50)
            _output.TryDequeue(out _);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Crm.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The bench runs from the checkout it was built in.");
    }
}
