namespace Crm.Web.Sessions;

/// <summary>The member who is signed in, as far as pages need to know.</summary>
public sealed record Me(Guid Id, string Name, string Language, string TenantName, string Currency, TimeZoneInfo Zone, IReadOnlyList<string> Roles, IReadOnlySet<string> Rights)
{
    public bool IsAdministrator => Rights.Contains("Administer");
    public static Me Of(object o) => new(Guid.Empty, "演示", "zh", "Demo", "CNY", TimeZoneInfo.Local, ["admin"], new HashSet<string>{"Administer"});
}
