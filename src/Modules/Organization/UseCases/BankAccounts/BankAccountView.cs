using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Organization.UseCases.BankAccounts;

/// <summary>A bank account of a legal entity as the API shows it.</summary>
internal sealed record BankAccountView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid LegalEntityId { get; init; }

    public required string Bank { get; init; }

    public string? AccountName { get; init; }

    public required string AccountNumber { get; init; }

    public required string Currency { get; init; }

    /// <summary>The one that documents of the legal entity in this currency name.</summary>
    public required bool IsDefault { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("bank-accounts/not-found", "There is no such bank account.");

    internal static BankAccountView Of(BankAccount row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        LegalEntityId = row.LegalEntityId,
        Bank = row.Bank,
        AccountName = row.AccountName,
        AccountNumber = row.AccountNumber,
        Currency = row.Currency,
        IsDefault = row.IsDefault,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
