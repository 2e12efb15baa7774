namespace Crm.Organization.UseCases.Handover;

/// <summary>One kind of what is handed over.</summary>
internal sealed record HandoverPartView
{
    /// <summary>E.g. <c>Customers</c>.</summary>
    public required string Part { get; init; }

    public required long Count { get; init; }

    /// <summary>Whether the caller may see the records' names.</summary>
    public required bool Readable { get; init; }
}
