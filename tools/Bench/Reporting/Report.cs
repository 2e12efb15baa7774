using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Bench.Hosts;
using Crm.Bench.Load;

namespace Crm.Bench.Reporting;

/// <summary>The table of a run and its file.</summary>
internal sealed class Report(BenchOptions options)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    readonly List<Figure> _figures = [];
    readonly List<string> _failures = [];
    readonly SortedSet<string> _notes = new(StringComparer.Ordinal);
    string _loadBefore = "";

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        BenchRun.Say($"{figure.Id} {figure.What}: {Number(figure.Value)} {figure.Unit}{(figure.Ratio is { } ratio ? $", ratio {Number(ratio)} ({figure.Bar})" : "")}");
    }

    /// <summary>Said once under the table: sync modes and whatever else a reader has to know.</summary>
    public void Note(string note) => _notes.Add(note);

    public void Failed(string id, Exception e)
    {
        _failures.Add($"{id}: {e.Message}");
        Console.Error.WriteLine(e);
    }

    public void Begin()
    {
        _loadBefore = LoadAverage();
        Note(Loads.Generator);
        if (options.Quick)
            Note("quick run: small data and short rounds. It shows that the bench works; its figures say nothing");
        if (BenchHost.Configuration != "Release")
            Note("the host is a Debug build: run the bench with -c Release");
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(Machine());
        Console.WriteLine();
        string[] head = ["", "what", "figure", "floor", "unit", "ratio", "bar", ""];
        var rows = _figures.Select(figure => new[]
        {
            figure.Id, figure.What, Number(figure.Value), Number(figure.Floor), figure.Unit, Number(figure.Ratio), figure.Bar,
            figure.Met switch { true => "met", false => "MISSED", null => "" },
        }).ToList();
        var widths = head.Select((title, i) => rows.Select(row => row[i].Length).Append(title.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(head))
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => i is 2 or 3 or 5 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());

        Console.WriteLine("\nraw numbers, round by round");
        foreach (var figure in _figures.Where(figure => figure.Raw.Count > 0))
        {
            Console.WriteLine($"  {figure.Id} {figure.What}{(figure.Note is null ? "" : $" ({figure.Note})")}");
            foreach (var (name, values) in figure.Raw)
                Console.WriteLine($"      {name}: {string.Join("  ", values.Select(value => Number(value)))}");
        }

        Console.WriteLine();
        foreach (var note in _notes)
            Console.WriteLine($"- {note}");
        foreach (var failure in _failures)
            Console.WriteLine($"! not measured: {failure}");
    }

    public async Task Write(string file, CancellationToken ct) => await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
    {
        machine = Machine(),
        quick = options.Quick,
        hostBuild = BenchHost.Configuration,
        sizes = new { options.SmallCount, options.LargeCount, options.WriteCount, options.Rounds, options.Seconds },
        notes = _notes,
        figures = _figures,
        notMeasured = _failures,
    }, Json), ct);

    string Machine() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {BenchHost.Configuration} host; load average before {_loadBefore}, after {LoadAverage()}";

    static string LoadAverage() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    static string Number(double? value) => value switch
    {
        null => "",
        { } v when double.IsNaN(v) => "-",
        { } v => v.ToString(Math.Abs(v) >= 1000 ? "#,0" : Math.Abs(v) >= 100 ? "0" : Math.Abs(v) >= 10 ? "0.0" : Math.Abs(v) >= 0.1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture),
    };
}
