namespace Crm.Contracts.Organization;

/// <summary>Takes in many members, and the departments they name, at once. One transaction, the caller's.</summary>
public interface IMemberIntake
{
    /// <summary>
    /// Writes the rows; a known external key (or else a known user name) updates that member. Departments that do not exist
    /// are made below the company root.
    /// </summary>
    Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<MemberIntake> rows, CancellationToken ct);
}

/// <summary>A member as it comes from outside.</summary>
public sealed record MemberIntake
{
    /// <summary>The outside key; null for a row that is known by its user name.</summary>
    public ExternalKey? Key { get; init; }

    /// <summary>Sign-in name, unique in the tenant.</summary>
    public required string UserName { get; init; }

    /// <summary>Name as shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Names from the company root down, without the root; empty means the root itself.</summary>
    public IReadOnlyList<string> DepartmentPath { get; init; } = [];

    /// <summary>Whether this member leads that department.</summary>
    public bool LeadsDepartment { get; init; }

    /// <summary>Keys of roles, for example <c>salesperson</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>First password; null means that the member cannot sign in until an administrator sets one.</summary>
    public string? Password { get; init; }

    /// <summary><c>zh-CN</c> or <c>en</c>; null means the tenant's.</summary>
    public string? Language { get; init; }

    /// <summary>When the member joined; null means now.</summary>
    public DateTime? KnownAtUtc { get; init; }
}

/// <summary>Finds members by what a file calls them. A tenant's members are few thousand at most: all are read.</summary>
public interface IMemberNames
{
    /// <summary>Every member of the tenant that is not archived.</summary>
    Task<IReadOnlyList<MemberName>> All(IUnitOfWork unit, CancellationToken ct);
}

/// <summary>A member, what it is called, and where it works.</summary>
public sealed record MemberName(Guid Id, string UserName, string DisplayName, Guid DepartmentId, ExternalKey? Key);
