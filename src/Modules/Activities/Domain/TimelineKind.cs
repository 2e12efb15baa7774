namespace Crm.Activities.Domain;

/// <summary>What stands on a timeline: the kinds of activity, and tasks.</summary>
internal enum TimelineKind
{
    Call,
    Visit,
    Mail,
    Meeting,
    Demo,
    Note,
    Task,
}
