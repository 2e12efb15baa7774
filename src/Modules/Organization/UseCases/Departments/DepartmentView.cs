using Crm.Organization.Data;
using Crm.Platform.Http;

namespace Crm.Organization.UseCases.Departments;

/// <summary>A department as the API shows it.</summary>
internal sealed record DepartmentView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for the root, which is the company.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>1 for the root.</summary>
    public required int Depth { get; init; }

    public Guid? LeaderId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static DepartmentView Of(Department row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Name = row.Name,
        ParentId = row.ParentId,
        Depth = row.Path.Count(letter => letter == '/') - 1,
        LeaderId = row.LeaderId,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
