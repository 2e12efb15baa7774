namespace Crm.Activities.UseCases;

/// <summary>The record that something stands on.</summary>
internal sealed record RecordLink
{
    /// <summary><c>Opportunity</c>, <c>Customer</c>, <c>Contact</c> or another kind that takes activities and tasks.</summary>
    public required string Kind { get; init; }

    public required Guid Id { get; init; }

    /// <summary>What people call it; left out when the reader may not see the record.</summary>
    public string? Name { get; init; }
}
