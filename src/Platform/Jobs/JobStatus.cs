namespace Crm.Platform.Jobs;

public enum JobStatus
{
    /// <summary>Waits for a free place.</summary>
    Queued,

    Running,

    /// <summary>Reached its end; single rows may have been refused.</summary>
    Completed,

    /// <summary>Could not go on; what was done stays done and the reason stands in the job.</summary>
    Failed,

    Cancelled,
}
