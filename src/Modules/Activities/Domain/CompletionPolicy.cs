namespace Crm.Activities.Domain;

/// <summary>When a task with several assignees is done.</summary>
internal enum CompletionPolicy
{
    /// <summary>As soon as one of them has finished; the others are let go.</summary>
    Any,

    /// <summary>When every one of them has finished his part.</summary>
    All,
}
