using System.Text.Json;

namespace Crm.Contracts.Customers;

/// <summary>Takes in many customers with their contacts at once: imports, demo data. One transaction, the caller's.</summary>
public interface ICustomerIntake
{
    /// <summary>
    /// Writes the rows, several hundred at a time, into the caller's transaction. A row whose external key is known updates
    /// that customer, or answers Unchanged when nothing differs. A refused row does not stop the others.
    /// </summary>
    Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<CustomerIntake> rows, CancellationToken ct);
}

/// <summary>A customer as it comes from outside.</summary>
public sealed record CustomerIntake
{
    /// <summary>The outside key; null for a row that is always new.</summary>
    public ExternalKey? Key { get; init; }

    /// <summary>Full legal name.</summary>
    public required string Name { get; init; }

    /// <summary>Short name in daily use.</summary>
    public string? ShortName { get; init; }

    /// <summary>统一社会信用代码, 18 characters with a valid check character.</summary>
    public string? UnifiedSocialCreditCode { get; init; }

    /// <summary>Industry in the tenant's words.</summary>
    public string? Industry { get; init; }

    /// <summary>Region, country or city in words.</summary>
    public string? Region { get; init; }

    /// <summary>Street address.</summary>
    public string? Address { get; init; }

    /// <summary>Number of employees.</summary>
    public int? Employees { get; init; }

    /// <summary>Annual revenue in millions of the tenant's base currency.</summary>
    public decimal? RevenueMillions { get; init; }

    /// <summary>Year of foundation.</summary>
    public int? FoundedYear { get; init; }

    /// <summary>Name of the parent company in words.</summary>
    public string? ParentName { get; init; }

    /// <summary>The member who owns the customer.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Whether the owner is said for a new customer only, and a known one keeps its own.</summary>
    public bool KnownKeepsOwner { get; init; }

    /// <summary>When the customer became known; null means now.</summary>
    public DateTime? KnownAtUtc { get; init; }

    /// <summary>Values of the tenant's own fields by key; what is not named stays. Null says nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    /// <summary>The people there.</summary>
    public IReadOnlyList<ContactIntake> Contacts { get; init; } = [];
}

/// <summary>A person at a customer as it comes from outside.</summary>
public sealed record ContactIntake
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Title or function.</summary>
    public string? Title { get; init; }

    /// <summary>Mobile number.</summary>
    public string? Mobile { get; init; }

    /// <summary>Mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Whether this is the customer's main contact.</summary>
    public bool IsPrimary { get; init; }
}
