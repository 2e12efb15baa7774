using Crm.Activities.UseCases.Tasks;
using Crm.Platform.Data;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Activities.Data;

/// <summary>Tasks as records that notices refer to.</summary>
internal sealed class TaskRecords : IRecordKind
{
    public string Name => "Task";

    public Permission EditedWith => Permission.WriteActivities;

    public async Task<IReadOnlyList<RecordRef>> Find(CrmDb db, Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        return await TaskAccess.Own(db, caller).AsNoTracking().Where(row => wanted.Contains(row.Id))
            .Select(row => new RecordRef("Task", row.Id, row.Title, row.CustomerId, row.ArchivedAt != null)).ToListAsync(ct);
    }
}
