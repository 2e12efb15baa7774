namespace Crm.Web.Sessions;

/// <summary>The member who is signed in, as far as pages need to know.</summary>
public sealed record Me
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string TenantName { get; init; }
    public required string Currency { get; init; }

    /// <summary>The tenant's zone: "today" and every shown time are those of the company, wherever the reader is.</summary>
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<MyRole> Roles { get; init; }
    public required IReadOnlySet<string> Rights { get; init; }

    public bool May(string right) => Rights.Contains(right);

    internal static Me Of(Client.Me me) => new()
    {
        Id = me.Member.Id,
        Name = me.Member.DisplayName,
        Language = me.Member.Language,
        TenantName = me.Tenant.DisplayName,
        Currency = me.Tenant.BaseCurrency,
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(me.Tenant.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
        Roles = [.. me.Roles.Select(role => new MyRole(role.Key, role.Name))],
        Rights = me.Permissions.Select(right => right.ToString()).ToHashSet(),
    };
}
