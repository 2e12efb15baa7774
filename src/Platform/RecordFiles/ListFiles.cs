using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Records;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.RecordFiles;

/// <summary>The files of one record that the caller sees.</summary>
static class ListFiles
{
    static readonly ListSpec<RecordFile> Spec = new ListSpec<RecordFile>()
        .Filter("name", row => row.Name)
        .Filter("kind", row => row.Kind)
        .Filter("createdBy", row => row.CreatedBy)
        .Filter("createdAt", row => row.CreatedAt)
        .Filter("contentAt", row => row.ContentAt)
        .Sort("contentAt", row => row.ContentAt, descending: true)
        .Sort("name", row => row.Name)
        .Sort("updatedAt", row => row.UpdatedAt);

    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("/files", List).WithName(nameof(ListFiles)).WithSummary("Lists the files of a record that the caller sees.")
            .Lists(Spec).Answers<Page<RecordFileView>>().Refuses(RefusalKind.NotFound);
        files.MapGet("/files/{id:guid}", Get).WithName("GetFile").WithSummary("Reads what there is to say of a file.")
            .Answers<RecordFileView>().Refuses(RefusalKind.NotFound);
    }

    /// <param name="recordKind">Opportunity, Customer, Contact, Task or another kind of record.</param>
    /// <param name="recordId">The record.</param>
    static async Task<IResult> List(
        string recordKind, Guid recordId, ListQuery query, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if ((await kinds.Find(db, caller, recordKind, recordId, ct)).Refused(out var refusal)) return refusal.ToProblem();
        var others = new ListQuery(query.Parameters.Where(parameter => parameter.Key is not ("recordKind" or "recordId")).ToDictionary(StringComparer.Ordinal));
        var mayEdit = kinds.MayEdit(caller, recordKind);
        return (await Spec.Page(
            db.Set<RecordFile>().AsNoTracking().Where(row => row.RecordKind == recordKind && row.RecordId == recordId), others, row => RecordFileView.Of(row, mayEdit), ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, RecordKinds kinds, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await FileAccess.Find(db, caller, kinds, id, ct)).Then(row => FileAccess.View(row, caller, kinds)).ToOk(http);
    }
}
