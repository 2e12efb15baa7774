namespace Crm.Opportunities.Methodologies;

/// <summary>What a plugin's calls have come to since it was loaded.</summary>
internal sealed record PluginTally
{
    public long Answers { get; private init; }

    public long Faults { get; private init; }

    public TimeSpan Total { get; private init; }

    public TimeSpan Longest { get; private init; }

    public string? LastFault { get; private init; }

    public DateTime? LastFaultUtc { get; private init; }

    public PluginTally Answered(TimeSpan elapsed) =>
        this with { Answers = Answers + 1, Total = Total + elapsed, Longest = elapsed > Longest ? elapsed : Longest };

    public PluginTally Failed(string fault, DateTime atUtc) =>
        this with { Faults = Faults + 1, LastFault = fault, LastFaultUtc = atUtc };
}
