namespace Crm.Web.Deals;

/// <summary>What a list of opportunities is narrowed to and sorted by; each part stands in the address bar under its own name.</summary>
public sealed record DealFilter
{
    public string? Text { get; init; }
    public string? Stage { get; init; }
    public string? Band { get; init; }
    public string? MethodId { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public Guid? OwnerId { get; init; }
    public Guid? DepartmentId { get; init; }
    public Guid? ProductId { get; init; }
    public Guid? CustomerId { get; init; }
    public DateOnly? CloseFrom { get; init; }
    public DateOnly? CloseTo { get; init; }
    public string Sort { get; init; } = "-updatedAt";

    /// <summary>Filters by the tenant's own fields, as <see cref="Fields.FieldQuery"/> writes them.</summary>
    public string Custom { get; init; } = "";

    public bool Narrows => Text is not null || Stage is not null || Band is not null || MethodId is not null || Status is not null || Type is not null
        || OwnerId is not null || DepartmentId is not null || ProductId is not null || CustomerId is not null || CloseFrom is not null || CloseTo is not null || Custom.Length > 0;
}
