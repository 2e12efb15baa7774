using Crm.Opportunities.Methodologies;
using Crm.Platform.Security;

namespace Crm.Opportunities.UseCases;

/// <summary>A method in brief: its versions, newest first.</summary>
internal sealed record MethodologyView
{
    public required string Id { get; init; }

    /// <summary>In the caller's language; the id where no version could say its name.</summary>
    public required string Name { get; init; }

    /// <summary>The version that a new opportunity takes; null when none is in working order.</summary>
    public required string? CurrentVersion { get; init; }
    public required IReadOnlyList<MethodologyVersionView> Versions { get; init; }

    public static MethodologyView Of(IReadOnlyList<MethodListing> versions, Caller caller) => new()
    {
        Id = versions[0].Id,
        Name = NameOf(versions, caller),
        CurrentVersion = Current(versions),
        Versions = [.. versions.Select(listing => MethodologyVersionView.Of(listing, caller))],
    };

    public static string NameOf(IReadOnlyList<MethodListing> versions, Caller caller) =>
        versions.Select(listing => listing.Method?.Name ?? listing.Names).FirstOrDefault(name => name is not null)?.In(caller.Language) ?? versions[0].Id;

    public static string? Current(IReadOnlyList<MethodListing> versions) =>
        versions.FirstOrDefault(listing => listing.State == MethodState.Active)?.Version
        ?? versions.FirstOrDefault(listing => listing is { State: MethodState.Malfunctioned, Method: not null })?.Version;
}

/// <summary>How a version of a method stands.</summary>
internal sealed record MethodologyVersionView
{
    public required string Version { get; init; }
    public required MethodState State { get; init; }

    /// <summary>Why it is not active. For those who manage methods; null for others.</summary>
    public required string? Reason { get; init; }

    /// <summary>The SDK versions it was made for; null when its manifest could not be read.</summary>
    public required string? Sdk { get; init; }

    /// <summary>How many open stages it has; null when it is not loaded.</summary>
    public required int? OpenStages { get; init; }

    public static MethodologyVersionView Of(MethodListing listing, Caller caller) => new()
    {
        Version = listing.Version,
        State = listing.State,
        Reason = caller.Has(Permission.ManageMethodologies) ? listing.Reason : null,
        Sdk = listing.Sdk,
        OpenStages = listing.Method?.OpenStages.Count,
    };
}
