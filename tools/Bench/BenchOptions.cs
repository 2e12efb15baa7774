namespace Crm.Bench;

/// <summary>What to measure, on how much data and for how long.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        dotnet run -c Release --project tools/Bench -- [P1 P2 P3 P4 P8 SEARCH] [--quick] [--names N] [--json FILE] [--data DIR] [--postgres CONNECTION]

          P1 ...      what to measure; everything when none is named
          --quick     small data and short rounds: shows that the bench works, not what the product does
          --names     how many names SEARCH looks among (default 1,000,000)
          --json      writes the figures and their raw numbers
          --data      where filled data is kept between runs (default: crm-bench in the temporary folder)
          --postgres  an administrator's connection to a server with durability on; without it a private one is started
        """;

    public static readonly IReadOnlyList<string> Everything = ["P1", "P2", "P3", "P4", "P8", "SEARCH"];

    public required IReadOnlyList<string> Measures { get; init; }

    public bool Quick { get; init; }

    public string? JsonFile { get; init; }

    public string Data { get; init; } = Path.Combine(Path.GetTempPath(), "crm-bench");

    public string? PostgreSql { get; init; }

    /// <summary>The sizes of the bars; a quick run is smaller and says so.</summary>
    public int LargeCount => Quick ? 20_000 : 1_000_000;

    public int SmallCount { get; } = 1_000;

    public int? NamesWanted { get; init; }

    public int Names => NamesWanted ?? LargeCount;

    public int WriteCount => Quick ? 12_500 : 100_000;

    public int Rounds => Quick ? 3 : 7;

    public double Seconds => Quick ? 0.6 : 2;

    public double WarmUpSeconds => Quick ? 0.3 : 0.5;

    public double IdleSeconds => Quick ? 3 : 10;

    /// <exception cref="FormatException">Something is not understood.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var measures = new List<string>();
        var options = new BenchOptions { Measures = measures };
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} wants a value.");
            options = args[i] switch
            {
                "--quick" => options with { Quick = true },
                "--names" => options with { NamesWanted = int.TryParse(Value(), out var names) && names >= 10_000 ? names : throw new FormatException("--names wants a number from 10000.") },
                "--json" => options with { JsonFile = Path.GetFullPath(Value()) },
                "--data" => options with { Data = Path.GetFullPath(Value()) },
                "--postgres" => options with { PostgreSql = Value() },
                var measure when Everything.Contains(measure.ToUpperInvariant()) => Named(measure.ToUpperInvariant()),
                var other => throw new FormatException($"'{other}' is neither a figure nor a switch."),
            };
        }

        return measures.Count == 0 ? options with { Measures = Everything } : options;

        BenchOptions Named(string measure)
        {
            measures.Add(measure);
            return options;
        }
    }
}
