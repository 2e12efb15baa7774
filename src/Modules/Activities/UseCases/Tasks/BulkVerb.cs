namespace Crm.Activities.UseCases.Tasks;

/// <summary>What is done with many tasks at once.</summary>
internal enum BulkVerb
{
    Complete,
    TakeBack,
    Reassign,
    Reschedule,
}
