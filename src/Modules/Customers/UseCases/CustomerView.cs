using System.Text.Json;
using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Fields;
using Crm.Platform.Http;

namespace Crm.Customers.UseCases;

/// <summary>A customer as the API shows it.</summary>
internal sealed record CustomerView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public string? Uscc { get; init; }

    public string? Industry { get; init; }

    public int? Employees { get; init; }

    /// <summary>In millions of the tenant's base currency.</summary>
    public decimal? RevenueMillions { get; init; }

    public int? FoundedYear { get; init; }

    public string? Region { get; init; }

    public string? Address { get; init; }

    public string? Website { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid DepartmentId { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>What an outside system called the parent, when no customer of that name was known.</summary>
    public string? ParentName { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The tenant's own fields that have a value and that the caller sees, by key; see <c>GET /customers/fields</c>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Custom { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("customers/not-found", "There is no such customer.");

    internal static CustomerView Of(Customer row, CallerFields fields) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Name = row.Name,
        ShortName = row.ShortName,
        Uscc = row.Uscc,
        Industry = row.Industry,
        Employees = row.Employees,
        RevenueMillions = row.RevenueMillionsE4 is { } revenue ? Scaled.Amount(revenue) : null,
        FoundedYear = row.FoundedYear,
        Region = row.Region,
        Address = row.Address,
        Website = row.Website,
        OwnerId = row.OwnerId,
        DepartmentId = row.DepartmentId,
        ParentId = row.ParentId,
        ParentName = row.ParentName,
        Tags = Domain.Tags.Read(row.Tags),
        Custom = fields.Show(row),
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
