namespace Crm.Platform.Search;

/// <summary>A record as a hit shows it, read when it is found: never older than the record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Subtitle">What tells it from others of its name; null when nothing does.</param>
/// <param name="CustomerId">The customer it belongs to; null when it belongs to none.</param>
/// <param name="OwnerId">Whose it is; null when nobody's.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record SearchRecord(Guid Id, string Title, string? Subtitle, Guid? CustomerId, Guid? OwnerId, DateTime UpdatedAt);
