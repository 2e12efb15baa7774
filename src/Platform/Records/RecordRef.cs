namespace Crm.Platform.Records;

/// <summary>A record that activities, tasks, files and hits of a search refer to.</summary>
/// <param name="Kind">Which kind of record, e.g. <c>Opportunity</c>.</param>
/// <param name="Id">The record.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CustomerId">The customer it belongs to; null when it belongs to none.</param>
/// <param name="Archived">Kept for what refers to it; takes nothing new.</param>
public sealed record RecordRef(string Kind, Guid Id, string Name, Guid? CustomerId, bool Archived);
