using System.Text.Json;
using Crm.Platform;
using Crm.Platform.Importing;
using Crm.Quoting.Data;

namespace Crm.Quoting.UseCases;

/// <summary>What may be set of a product.</summary>
internal sealed record ProductFields
{
    /// <summary>Unique within the tenant, without case; at most 60 characters.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Product line or category.</summary>
    public string Line { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>Price per unit, 0 or more, at most 6 decimals.</summary>
    public required Money ListPrice { get; init; }

    public bool Active { get; init; } = true;

    /// <summary>Values of the tenant's own fields by key: what is sent replaces, null clears, what is not sent stays.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    internal static string KeyOf(string code) => code.Trim().Normalize().ToUpperInvariant();

    internal static ProductFields Of(Product row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Line = row.Line,
        Unit = row.Unit,
        ListPrice = new Money(Scaled.UnitPrice(row.ListPriceE6), Currency.Parse(row.Currency)),
        Active = row.Active,
    };

    internal FieldErrors Check() => CheckPrice(new FieldErrors()
        .Required("code", Code, 60)
        .Required("name", Name, 200)
        .Optional("line", Line, 100)
        .Optional("unit", Unit, 20), ListPrice.Amount);

    internal static FieldErrors CheckPrice(FieldErrors errors, decimal price) => errors.When(
        price is < 0 or > Scaled.MaxUnitPrice || decimal.Round(price, 6) != price, "listPrice", $"0 to {Scaled.MaxUnitPrice} with at most 6 decimals.");

    internal void ApplyTo(Product row)
    {
        row.Code = Code.Trim();
        row.CodeKey = KeyOf(Code);
        row.Name = Name.Trim();
        row.NameKey = NameKey.Of(Name) is var key && key.Length > 200 ? key[..200] : key;
        row.Line = Line.Trim();
        row.Unit = Unit.Trim();
        row.ListPriceE6 = Scaled.UnitPrice(ListPrice.Amount);
        row.Currency = ListPrice.Currency.Code;
        row.Active = Active;
    }
}
