using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Crm.BrowserTests.Fixtures;

/// <summary>The host as a process of its own with its own data, as a person starts it.</summary>
public sealed partial class RunningHost : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    readonly ConcurrentQueue<string> _output = new();
    readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process _process;
    readonly string _folder;

    RunningHost(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What the host printed for the person who sets it up.</summary>
    public string SetupCode => _output.Select(line => Code().Match(line)).First(found => found.Success).Groups[1].Value;

    public static async Task<RunningHost> Start(params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("crm-browser-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(Program).Assembly.Location, "--urls", address.ToString(), "--data", folder,
            $"--Silo:Port={FreePort()}", $"--Silo:GatewayPort={FreePort()}", "--Logging:LogLevel:Default=Warning",
            // A suite asks from one address what a company asks from hundreds.
            "--Limits:RequestsPerMinutePerCredential=1000000", "--Limits:RequestsPerMinutePerTenant=1000000", .. more,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var host = new RunningHost(Process.Start(start)!, folder, address);
        await host._listening.Task.WaitAsync(Patience);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    void Heard(string? line)
    {
        if (line is null)
        {
            _listening.TrySetException(new InvalidOperationException("The host ended before it answered:\n" + string.Join('\n', _output)));
            return;
        }

        _output.Enqueue(line);
        if (line.Contains("The CRM answers at", StringComparison.Ordinal)) _listening.TrySetResult();
    }

    // Below the range from which the system takes ports for outgoing connections: one of those may have it before the host does.
    static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }

    [GeneratedRegex(@"Set-up code: (\S+)")]
    private static partial Regex Code();
}
