namespace Crm.Platform.Jobs;

/// <summary>How much long work a host does at once.</summary>
public sealed record JobOptions
{
    /// <summary>Jobs of all tenants at the same time.</summary>
    public int Places { get; init; } = 4;

    /// <summary>Jobs of one tenant at the same time, so that no tenant takes every place.</summary>
    public int PlacesPerTenant { get; init; } = 2;

    /// <summary>A host that has not renewed its lease for so long is taken for dead.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the table is looked at when nobody says that there is work.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A job that has brought down or lost so many hosts is given up.</summary>
    public int MaxAttempts { get; init; } = 10;
}
