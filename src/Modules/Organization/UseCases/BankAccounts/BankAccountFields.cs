using Crm.Organization.Data;
using Crm.Platform;

namespace Crm.Organization.UseCases.BankAccounts;

/// <summary>What is written of a bank account.</summary>
internal sealed record BankAccountFields
{
    /// <summary>The bank with its branch.</summary>
    public required string Bank { get; init; }

    /// <summary>In whose name; the legal entity's when missing.</summary>
    public string? AccountName { get; init; }

    /// <summary>4 to 34 letters and digits; blanks and hyphens are left out.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>true makes it the default of its legal entity in its currency instead of the present one. The first of a currency is it by itself.</summary>
    public bool IsDefault { get; init; }

    internal static BankAccountFields Of(BankAccount row) =>
        new() { Bank = row.Bank, AccountName = row.AccountName, AccountNumber = row.AccountNumber, Currency = row.Currency, IsDefault = row.IsDefault };

    internal static string Normalize(string number) => new([.. number.Where(letter => letter is not (' ' or '-')).Select(char.ToUpperInvariant)]);

    internal FieldErrors Check(FieldErrors errors) => errors
        .Required("bank", Bank, 200)
        .Optional("accountName", AccountName, 200)
        .When(AccountNumber.Length > 60 || Normalize(AccountNumber) is not { Length: >= 4 and <= 34 } number || !number.All(char.IsAsciiLetterOrDigit), "accountNumber", "4 to 34 letters and digits.")
        .When(!Platform.Currency.TryParse(Currency, out _), "currency", "Not a currency of ISO 4217.");

    internal void WriteTo(BankAccount row)
    {
        row.Bank = Bank.Trim();
        row.AccountName = string.IsNullOrWhiteSpace(AccountName) ? null : AccountName.Trim();
        row.AccountNumber = Normalize(AccountNumber);
        row.Currency = Currency;
    }
}
