namespace Crm.Methodology.Sdk;

/// <summary>A part that somebody plays in a sale.</summary>
public sealed record MethodRole
{
    /// <summary>Names the role: same alphabet as a stage key, unique among the roles of the method.</summary>
    public required string Key { get; init; }

    /// <summary>The role's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Whether the customer or we fill it.</summary>
    public required RoleSide Side { get; init; }

    /// <summary>The keys of the open stages in which the role should be filled; empty when it never has to be.</summary>
    public IReadOnlyList<string> NeededIn { get; init; } = [];
}
