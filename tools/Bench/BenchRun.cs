using System.Diagnostics;
using Crm.Bench.Data;
using Crm.Bench.Hosts;
using Crm.Bench.Measures;
using Crm.Bench.Reporting;

namespace Crm.Bench;

/// <summary>One run of the bench: what was asked for, one measure after the other, then the table.</summary>
internal sealed class BenchRun(BenchOptions options)
{
    static readonly Dictionary<string, Func<BenchRun, CancellationToken, Task>> Measures = new()
    {
        ["P1"] = ReadOpportunity.Measure,
        ["P2"] = ReadFunnel.Measure,
        ["P3"] = DurableWrites.Measure,
        ["P4"] = ListPages.Measure,
        ["P8"] = StartAndIdle.Measure,
        ["SEARCH"] = SearchNames.Measure,
    };

    public BenchOptions Options => options;

    public FilledFolders Folders { get; } = new(options.Data);

    public Report Report { get; } = new(options);

    public static async Task<int> Start(string[] args)
    {
        BenchOptions options;
        try
        {
            options = BenchOptions.Parse(args);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\n\n{BenchOptions.Usage}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        Directory.CreateDirectory(options.Data);
        return await new BenchRun(options).All(stop.Token);
    }

    /// <summary>Tells what is going on, beside the table: on standard error, so that the table can be piped.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"  {what}");

    async Task<int> All(CancellationToken ct)
    {
        Report.Begin();
        Say("publishing the host ...");
        Report.Note(await BenchHost.Publish(Path.Combine(options.Data, "host"), ct) is { } why
            ? $"the host is the build's output, since it could not be published: {why}"
            : "the host is published for this platform (tools/publish.sh)");
        var failed = false;
        foreach (var id in options.Measures.Distinct())
        {
            var began = Stopwatch.StartNew();
            Say($"{id} ...");
            try
            {
                await Measures[id](this, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed = true;
                Report.Failed(id, e);
            }

            Say($"{id} took {began.Elapsed.TotalSeconds:0} s");
        }

        Report.Print();
        if (options.JsonFile is { } file)
            await Report.Write(file, ct);
        // A bar that is missed is a figure, not a failure of the bench.
        return failed ? 1 : 0;
    }
}
