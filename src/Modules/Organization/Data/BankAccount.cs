using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>An account of a legal entity that customers pay into.</summary>
internal sealed class BankAccount : Entity, IAudited
{
    public Guid LegalEntityId { get; set; }

    public required string Bank { get; set; }

    /// <summary>In whose name; the legal entity's own when missing.</summary>
    public string? AccountName { get; set; }

    /// <summary>Upper case, without blanks and hyphens.</summary>
    public required string AccountNumber { get; set; }

    public required string Currency { get; set; }

    /// <summary>The one that documents of the legal entity in this currency name.</summary>
    public bool IsDefault { get; set; }
}
