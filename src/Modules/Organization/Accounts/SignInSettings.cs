namespace Crm.Organization.Accounts;

/// <summary>Section <c>Crm:SignIn</c> of the configuration.</summary>
internal sealed class SignInSettings
{
    /// <summary>So many wrong passwords in a row lock the member out.</summary>
    public int MaxFailures { get; set; } = 5;

    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>No refused sign-in is answered sooner, so that time does not tell a wrong name from a wrong password.</summary>
    public TimeSpan RefusedAfter { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Attempts a minute for one name of one tenant.</summary>
    public int PerNameAMinute { get; set; } = 20;

    /// <summary>Attempts a minute from one address; a company's members may share one.</summary>
    public int PerAddressAMinute { get; set; } = 300;
}
