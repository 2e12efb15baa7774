namespace Crm.Platform.Handover;

/// <summary>A record and who gets it.</summary>
public sealed record HandoverMove(Guid Id, string Name, Guid HeirId);
