using Crm.Platform.Data;
using Crm.Platform.Events;

namespace Crm.Platform.Scheduling;

/// <summary>How a schedule ran last. One row for the whole installation.</summary>
public sealed class ScheduleRow : ITenantOwned
{
    public Guid TenantId { get; set; } = RelayRow.Installation;

    public required string Name { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime EndedAt { get; set; }

    public bool IsFailed { get; set; }

    /// <summary>What it did, or what went wrong.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>How often it ran to its end.</summary>
    public long Runs { get; set; }
}
