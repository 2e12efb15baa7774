namespace Crm.DemoData;

/// <summary>One member's part in a task.</summary>
/// <param name="UserName">The member.</param>
/// <param name="DoneAtUtc">When finished; null while it is to do.</param>
public sealed record DemoPart(string UserName, DateTime? DoneAtUtc = null);
