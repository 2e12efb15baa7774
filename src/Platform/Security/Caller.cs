using System.Collections.Frozen;
using Crm.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Security;

/// <summary>The member on whose behalf a request runs, with everything that decides what it may do. Bound as a handler parameter.</summary>
public sealed record Caller
{
    public required Guid TenantId { get; init; }

    public required Guid MemberId { get; init; }

    public required Guid DepartmentId { get; init; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required FrozenSet<Permission> Permissions { get; init; }

    public required FrozenDictionary<Resource, ScopeRule> Scopes { get; init; }

    /// <summary>Modules that the tenant has switched off: their operations are refused whatever the caller may do.</summary>
    public FrozenSet<string> ModulesOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Keys of the roles that the member holds.</summary>
    public FrozenSet<string> Roles { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Names the credential for rate limits: the session or the API key.</summary>
    public required string CredentialId { get; init; }

    public bool Has(Permission permission) => Permissions.Contains(permission);

    public ScopeRule ScopeOf(Resource resource) =>
        Scopes.TryGetValue(resource, out var rule) ? rule : new ScopeRule { Me = MemberId, Nothing = true };

    /// <summary>Sees every customer and opportunity, and so what is made of them by anybody: jobs, files.</summary>
    public bool SeesWholeTenant => ScopeOf(Resource.Customers).All && ScopeOf(Resource.Opportunities).All;

    public WriteContext Writes(IdempotencyKey? key = null) => new(TenantId, MemberId, key);

    /// <summary>Bound from what the gate found; an endpoint that takes a caller is never reached without one.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return ValueTask.FromResult(http.Features.Get<Caller>());
    }
}
