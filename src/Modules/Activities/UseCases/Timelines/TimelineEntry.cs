using Crm.Activities.UseCases.Activities;
using Crm.Activities.UseCases.Tasks;

namespace Crm.Activities.UseCases.Timelines;

/// <summary>One entry of a timeline: either an activity or a task.</summary>
internal sealed record TimelineEntry
{
    /// <summary>When an activity took place; when a task ended, or was made while it is open.</summary>
    public required DateTime At { get; init; }

    public ActivityView? Activity { get; init; }

    public WorkTaskView? Task { get; init; }
}
