namespace Crm.DemoData;

/// <summary>A member of the demo tenant.</summary>
public sealed record DemoMember
{
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string Email { get; init; }

    /// <summary>Below the company root; empty for the root itself.</summary>
    public required IReadOnlyList<string> DepartmentPath { get; init; }

    public bool LeadsDepartment { get; init; }

    /// <summary>Keys of built-in roles.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required DateTime JoinedAtUtc { get; init; }
}
