using Crm.Platform.Data;
using Crm.Platform.Fields;

namespace Crm.Customers.Data;

/// <summary>A company that is or may be sold to.</summary>
internal sealed class Customer : Entity, IAudited, IScoped, ICustomized
{
    public required string Name { get; set; }

    /// <summary>The name's letters and digits only, so that it is found however it is written.</summary>
    public required string NameKey { get; set; }

    public string? ShortName { get; set; }

    public string? ShortNameKey { get; set; }

    /// <summary>Unified social credit code.</summary>
    public string? Uscc { get; set; }

    public string? Industry { get; set; }

    public int? Employees { get; set; }

    /// <summary>Annual revenue in millions of the tenant's base currency, times 10^4.</summary>
    public long? RevenueMillionsE4 { get; set; }

    public int? FoundedYear { get; set; }

    public string? Region { get; set; }

    public string? Address { get; set; }

    public string? Website { get; set; }

    public Guid OwnerId { get; set; }

    public Guid DepartmentId { get; set; }

    /// <summary>The customer of the group above it.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>What an outside system called the parent, when no customer of that name was known.</summary>
    public string? ParentName { get; set; }

    /// <summary>The key of that name, for as long as it is looked for: the parent may stand further down in the same file, or in a later one.</summary>
    public string? ParentKey { get; set; }

    public string Tags { get; set; } = "";

    [CustomJson]
    public string? Custom { get; set; }

    [CustomJson, Personal]
    public string? CustomPersonal { get; set; }

    /// <summary>A key that fits its column: some letters become several when they are normalised.</summary>
    internal static string KeyOf(string name, int maxLength) => Platform.Importing.NameKey.Of(name) is var key && key.Length > maxLength ? key[..maxLength] : key;
}
