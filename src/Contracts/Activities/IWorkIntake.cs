namespace Crm.Contracts.Activities;

/// <summary>Takes in many activities and tasks with their past at once, e.g. demonstration data. One transaction, the caller's.</summary>
public interface IWorkIntake
{
    /// <summary>Writes the activities that are not there yet, by their ids. The caller vouches for records, people and dates.</summary>
    Task TakeIn(IUnitOfWork unit, IReadOnlyList<ActivityIntake> rows, CancellationToken ct);

    /// <summary>Writes the tasks that are not there yet, by their ids, and tells those to whom one was given in the last <paramref name="toldSinceUtc"/>. The caller vouches for records, people and dates.</summary>
    Task TakeIn(IUnitOfWork unit, IReadOnlyList<TaskIntake> rows, DateTime toldSinceUtc, CancellationToken ct);
}
