using System.Text.Json;

namespace Crm.Contracts.Quoting;

/// <summary>Takes in many products at once. One transaction, the caller's.</summary>
public interface IProductIntake
{
    /// <summary>Writes the rows; a known external key (or else a known code) updates that product.</summary>
    Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<ProductIntake> rows, CancellationToken ct);
}

/// <summary>A product as it comes from outside.</summary>
public sealed record ProductIntake
{
    /// <summary>The outside key; null for a row that is known by its code.</summary>
    public ExternalKey? Key { get; init; }

    /// <summary>Short code, unique in the tenant.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The product line it belongs to, in words.</summary>
    public string? Line { get; init; }

    /// <summary>List price per unit, up to 6 decimals.</summary>
    public required decimal ListPrice { get; init; }

    /// <summary>ISO 4217 code of the list price.</summary>
    public required string Currency { get; init; }

    /// <summary>Unit of measure in words.</summary>
    public string? Unit { get; init; }

    /// <summary>Values of the tenant's own fields by key; what is not named stays. Null says nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }
}
