using System.Collections.Frozen;

namespace Crm.Platform.Security;

/// <summary>A caller as it stood when long work was asked for, kept with the work: what is done later is done with the rights of that moment.</summary>
public sealed record AskedAs
{
    public required Guid MemberId { get; init; }

    public required Guid DepartmentId { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<Permission> Permissions { get; init; }

    public required IReadOnlyDictionary<Resource, Reach> Scopes { get; init; }

    public static AskedAs Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new AskedAs
        {
            MemberId = caller.MemberId,
            DepartmentId = caller.DepartmentId,
            Language = caller.Language,
            Permissions = [.. caller.Permissions],
            Scopes = caller.Scopes.ToDictionary(scope => scope.Key, scope => new Reach(scope.Value.All, scope.Value.Nothing, [.. scope.Value.Departments])),
        };
    }

    public Caller Caller(Guid tenantId, Guid jobId) => new()
    {
        TenantId = tenantId,
        MemberId = MemberId,
        DepartmentId = DepartmentId,
        Language = Language,
        Permissions = Permissions.ToFrozenSet(),
        Scopes = Scopes.ToFrozenDictionary(scope => scope.Key, scope => new ScopeRule
        {
            All = scope.Value.All,
            Nothing = scope.Value.Nothing,
            Me = MemberId,
            Departments = scope.Value.Departments.ToFrozenSet(),
        }),
        CredentialId = $"job:{jobId}",
    };

    /// <summary>How far a scope reached.</summary>
    public sealed record Reach(bool All, bool Nothing, IReadOnlyList<Guid> Departments);
}
