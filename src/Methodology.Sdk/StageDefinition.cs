namespace Crm.Methodology.Sdk;

/// <summary>One stage of a method.</summary>
public sealed record StageDefinition
{
    /// <summary>
    /// Names the stage in the API and in stored rows: a letter, then up to 39 letters, digits, <c>-</c> or <c>_</c>.
    /// Unique in its method, capitals ignored, and never renamed between versions: history is told by it.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The stage's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The position in the method, unique, 0 or more. Open stages come before closed ones and make the main path.</summary>
    public required int Order { get; init; }

    /// <summary>Whether an opportunity in this stage is open, won or lost.</summary>
    public required StageClass Class { get; init; }

    /// <summary>The funnel band: set on every open stage, <see langword="null"/> on closed ones.</summary>
    public Band? Band { get; init; }

    /// <summary>
    /// The probability of winning that an opportunity takes on entering, a fraction 0-1: 1 for Won, 0 for Lost, below 1 and
    /// never falling along the main path for open stages.
    /// </summary>
    public required decimal DefaultProbability { get; init; }

    /// <summary>The forecast category that an opportunity takes on entering.</summary>
    public required ForecastCategory ForecastCategory { get; init; }

    /// <summary>How strictly leaving this stage is guarded. The default is <see cref="Gate.Flexible"/>.</summary>
    public Gate Gate { get; init; } = Gate.Flexible;

    /// <summary>
    /// Whether the opportunity leaves by itself when the last milestone task of the stage is done. Needs at least one milestone
    /// task. With <see cref="Gate.Strict"/> it leaves in no other way.
    /// </summary>
    public bool AutoAdvance { get; init; }

    /// <summary>How long an opportunity is expected to stay, in days (1-3650); <see langword="null"/> when nothing is expected.</summary>
    public int? ExpectedDays { get; init; }

    /// <summary>Departments that help in this stage, by key, such as <c>Marketing</c>, <c>Technical</c>, <c>Finance</c>, <c>Management</c>.</summary>
    public IReadOnlyList<string> PartnerDepartments { get; init; } = [];

    /// <summary>What to do in this stage and how, for the seller.</summary>
    public LocalizedText? Guidance { get; init; }
}
