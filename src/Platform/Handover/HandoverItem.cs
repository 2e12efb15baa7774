namespace Crm.Platform.Handover;

/// <summary>A record that is to be handed over.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CustomerOwnerId">Who owns its customer now: what belongs together goes to the same heir. Null when it has no customer.</param>
public sealed record HandoverItem(Guid Id, string Name, Guid? CustomerOwnerId);
