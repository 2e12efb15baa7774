namespace Crm.DemoData;

/// <summary>A customer of the demo tenant.</summary>
public sealed record DemoCustomer
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>18 characters with a valid check character; null for a customer abroad.</summary>
    public string? UnifiedSocialCreditCode { get; init; }

    public required string Industry { get; init; }

    public required string Region { get; init; }

    public required string Address { get; init; }

    public required int Employees { get; init; }

    public required decimal RevenueMillions { get; init; }

    public required int FoundedYear { get; init; }

    /// <summary>User name of the owner.</summary>
    public required string Owner { get; init; }

    public required DateTime KnownAtUtc { get; init; }

    public required IReadOnlyList<DemoContact> Contacts { get; init; }

    public bool IsAbroad => UnifiedSocialCreditCode is null;
}
