namespace Crm.Organization.Domain;

internal enum MemberState
{
    Active,

    /// <summary>May not sign in; keeps what they own until it is handed over.</summary>
    Disabled,
}
