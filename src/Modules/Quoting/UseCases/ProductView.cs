using System.Text.Json;
using Crm.Platform;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Quoting.Data;

namespace Crm.Quoting.UseCases;

/// <summary>A product as the API shows it.</summary>
internal sealed record ProductView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Line { get; init; }

    public required string Unit { get; init; }

    /// <summary>Price per unit.</summary>
    public required Money ListPrice { get; init; }

    public required bool Active { get; init; }

    /// <summary>The tenant's own fields that have a value and that the caller sees, by key; see <c>GET /products/fields</c>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Custom { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("products/not-found", "There is no such product.");

    internal static ProductView Of(Product row, CallerFields fields) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Code = row.Code,
        Name = row.Name,
        Line = row.Line,
        Unit = row.Unit,
        ListPrice = new Money(Scaled.UnitPrice(row.ListPriceE6), Currency.Parse(row.Currency)),
        Active = row.Active,
        Custom = fields.Show(row),
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
