using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>Long work as callers see it; see <see cref="JobAccess"/> for whose is whose.</summary>
static class JobEndpoints
{
    const int FirstResults = 200;

    static readonly ListSpec<JobRow> Spec = new ListSpec<JobRow>()
        .Filter("kind", row => row.Kind)
        .Filter("status", row => row.Status)
        .Filter("createdBy", row => row.CreatedBy)
        .Sort("createdAt", row => row.CreatedAt, descending: true);

    public static void Map(RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("/", List).WithName("ListJobs").WithSummary("Long work, newest first.")
            .Requires(Permission.ReadJobs).Lists(Spec).Answers<Page<JobView>>();
        jobs.MapGet("/{id:guid}", Get).WithName("GetJob").WithSummary("How far a job is, with its first 200 rows.")
            .Requires(Permission.ReadJobs).Answers<JobView>().Refuses(RefusalKind.NotFound);
        jobs.MapGet("/{id:guid}/results", Results).WithName("ListJobResults").WithSummary("What a job did with each row, in the order of the rows.")
            .Requires(Permission.ReadJobs).Answers<Page<JobResultView>>().Refuses(RefusalKind.NotFound);
        jobs.MapGet("/{id:guid}/results.csv", Download).WithName("DownloadJobResults")
            .WithSummary("What a job did with each row as a CSV file: a line for each reason and warning, one for a row that has none.")
            .Requires(Permission.ReadJobs).Produces<FileStreamResult>(StatusCodes.Status200OK, "text/csv").Refuses(RefusalKind.NotFound);
        jobs.MapDelete("/{id:guid}", Cancel).WithName("CancelJob").WithSummary("Stops a job after the rows it has in hand; what is done stays done.")
            .Requires(Permission.ReadJobs).Answers<JobView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static async Task<IResult> List(HttpContext http, ListQuery query, Caller caller, Database database, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(JobAccess.Visible(db, caller), query, JobView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(HttpContext http, Guid id, Caller caller, Database database, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await JobAccess.Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } job) return NoJob().ToProblem();
        var results = await db.Set<JobResultRow>().Where(row => row.JobId == id).OrderBy(row => row.No).Take(FirstResults + 1).ToListAsync(ct);
        Outcome<JobView> outcome = JobView.Of(job) with
        {
            Results = [.. results.Take(FirstResults).Select(JobResultView.Of)],
            HasMoreResults = results.Count > FirstResults,
        };
        return outcome.ToOk(http);
    }

    static async Task<IResult> Results(
        HttpContext http, Guid id, Caller caller, Database database, CancellationToken ct,
        bool? failed = null, bool? warned = null, string? cursor = null, int limit = 50, bool count = false, string? outcome = null)
    {
        var filter = new JobResultFilter(failed, warned, outcome);
        if (filter.Check().Refused(out var refusal)) return refusal.ToProblem();
        if (limit is < 1 or > 200) return Refusal.Field("limit", "request/bad-limit", "A limit is 1 to 200.").ToProblem();
        var after = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave.").ToProblem();
        await using var db = database.Read(caller.TenantId);
        if (!await JobAccess.Visible(db, caller).AnyAsync(row => row.Id == id, ct)) return NoJob().ToProblem();
        var rows = filter.Of(db.Set<JobResultRow>().AsNoTracking().Where(row => row.JobId == id));
        var page = await rows.Where(row => row.No > after).OrderBy(row => row.No).Take(limit + 1).ToListAsync(ct);
        int? total = count ? await rows.Take(ListSpec<JobRow>.CountCap + 1).CountAsync(ct) : null;
        Outcome<Page<JobResultView>> found = new Page<JobResultView>
        {
            Items = [.. page.Take(limit).Select(JobResultView.Of)],
            NextCursor = page.Count > limit ? page[limit - 1].No.ToString(CultureInfo.InvariantCulture) : null,
            TotalCount = total is { } n ? Math.Min(n, ListSpec<JobRow>.CountCap) : null,
            TotalIsCapped = total is { } m ? m > ListSpec<JobRow>.CountCap : null,
        };
        return found.ToOk(http);
    }

    static async Task<IResult> Download(
        Guid id, Caller caller, Database database, CancellationToken ct, bool? failed = null, bool? warned = null, string? outcome = null)
    {
        var filter = new JobResultFilter(failed, warned, outcome);
        if (filter.Check().Refused(out var refusal)) return refusal.ToProblem();
        await using (var db = database.Read(caller.TenantId))
            if (!await JobAccess.Visible(db, caller).AnyAsync(row => row.Id == id, ct)) return NoJob().ToProblem();
        return TypedResults.Stream(body => JobResultsCsv.Write(body, database, caller.TenantId, id, filter, ct), "text/csv; charset=utf-8", $"job-{id}.csv");
    }

    static async Task<IResult> Cancel(HttpContext http, Guid id, Caller caller, Database database, JobQueue queue, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await database.Write<JobView>(caller.Writes(), async (db, inner) =>
        {
            var now = clock.UtcNow();
            if (await JobAccess.Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, inner) is not { } asked) return NoJob();
            if (!JobAccess.MayStop(asked, caller)) return Refusal.Forbidden("jobs/not-yours", "Somebody else asked for this job; it is not yours to stop.");
            // A waiting job ends here; a running one at its next step, which finds the mark in its own transaction.
            await db.Set<JobRow>().Where(row => row.Id == id && row.Status == JobStatus.Queued).ExecuteUpdateAsync(row => row
                .SetProperty(r => r.Status, JobStatus.Cancelled).SetProperty(r => r.FinishedAt, now), inner);
            await db.Set<JobRow>().Where(row => row.Id == id && row.Status == JobStatus.Running)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.CancelRequested, true), inner);
            var job = await db.Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == id, inner);
            if (job.Status is not (JobStatus.Completed or JobStatus.Failed)) db.Note("Job", id, "Cancelled", new { job.Kind });
            return job.Status is JobStatus.Completed or JobStatus.Failed
                ? Refusal.Conflict("jobs/ended", "The job has ended.")
                : JobView.Of(job);
        }, ct);
        queue.Tell(caller.TenantId);
        return outcome.ToOk(http);
    }

    static Refusal NoJob() => Refusal.NotFound("jobs/not-found", "There is no such job.");
}
