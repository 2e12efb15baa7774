namespace Crm.Platform.Jobs;

/// <summary>The job may not go on: cancelled, or taken over by another host. Unwinds the kind's own loop; never a fault.</summary>
public sealed class JobStoppedException(Refusal refusal) : Exception(refusal?.Detail);
