namespace Crm.Methodology.Sdk;

/// <summary>Something that is missing or advised.</summary>
public sealed record Finding
{
    /// <summary>What it is about.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The key of the task, criterion or role, or one of the method's own; at most 80 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The finding for people.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The key of the stage that it belongs to, if any.</summary>
    public string? Stage { get; init; }

    /// <summary>Whether the asked-for move is refused because of it. Only a holder of the override right may pass, with a reason.</summary>
    public bool Blocks { get; init; }
}
