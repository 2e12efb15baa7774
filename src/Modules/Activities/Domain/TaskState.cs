namespace Crm.Activities.Domain;

/// <summary>Where a task stands.</summary>
internal enum TaskState
{
    Open,
    Done,
    Cancelled,
}
