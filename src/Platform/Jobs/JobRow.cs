using Crm.Platform.Data;

namespace Crm.Platform.Jobs;

/// <summary>A piece of long work: what was asked, how far it is, and who holds it. The row is the only truth; a killed host goes on from it.</summary>
public sealed class JobRow : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Kind { get; set; }

    public JobStatus Status { get; set; }

    /// <summary>What was asked, JSON of the kind's own input record.</summary>
    public required string Input { get; set; }

    /// <summary>Where to go on, JSON of the kind's own checkpoint record; written with the work it stands for.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>What the kind says about the whole, JSON.</summary>
    public string? Summary { get; set; }

    public long? Total { get; set; }

    public long Done { get; set; }

    public long Succeeded { get; set; }

    public long Failed { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>How often a host has taken it up.</summary>
    public int Attempts { get; set; }

    public Guid? LeaseOwner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public DateTime CreatedAt { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}
