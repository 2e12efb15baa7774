using Crm.Organization.Data;
using Crm.Platform;

namespace Crm.Organization.UseCases.LegalEntities;

/// <summary>What is written of a legal entity.</summary>
internal sealed record LegalEntityFields
{
    public required string Name { get; init; }

    /// <summary>Unified social credit code, 18 characters.</summary>
    public string? Uscc { get; init; }

    public string? Address { get; init; }

    /// <summary>true makes it the default one instead of the present. There is always one.</summary>
    public bool IsDefault { get; init; }

    internal static LegalEntityFields Of(LegalEntity row) =>
        new() { Name = row.Name, Uscc = row.Uscc, Address = row.Address, IsDefault = row.IsDefault };

    internal Refusal? Check() => new FieldErrors()
        .Required("name", Name, 200)
        .When(Uscc is not null && !UnifiedCode.IsValid(UnifiedCode.Normalize(Uscc)), "uscc", "Not a unified social credit code: 18 characters, the last one a check character.")
        .Optional("address", Address, 300)
        .ToRefusal("legal-entities/invalid");

    internal void WriteTo(LegalEntity row)
    {
        row.Name = Name.Trim();
        row.Uscc = Uscc is null ? null : UnifiedCode.Normalize(Uscc);
        row.Address = Address;
        row.IsDefault = IsDefault;
    }
}
