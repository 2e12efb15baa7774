namespace Crm.Organization.Access;

/// <summary>Section <c>Crm:ApiKeys</c> of the configuration.</summary>
internal sealed class KeySettings
{
    /// <summary>How exactly the last use of a key is known.</summary>
    public TimeSpan LastUsedEvery { get; set; } = TimeSpan.FromMinutes(1);
}
