using System.Diagnostics;
using System.Text.Json;

namespace Crm.Bench.Load;

/// <summary>Runs a load in a process of its own, a child of this one, so that its threads and garbage are not the host's or the bench's.</summary>
internal static class LoadProcess
{
    public const string Verb = "--as-load";

    public static async Task<LoadResult> Run(LoadSpec spec, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Run by the dotnet command the process is dotnet itself and wants the assembly named.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LoadProcess).Assembly.Location);
        start.ArgumentList.Add(Verb);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The load process did not start.");
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(spec).AsMemory(), ct);
            process.StandardInput.Close();
            var answer = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<LoadResult>(answer)!
                : throw new InvalidOperationException($"The load process ended with {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
