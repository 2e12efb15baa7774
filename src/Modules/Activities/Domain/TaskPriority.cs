namespace Crm.Activities.Domain;

/// <summary>How urgent a task is.</summary>
internal enum TaskPriority
{
    Low,
    Normal,
    High,
    Urgent,
}
