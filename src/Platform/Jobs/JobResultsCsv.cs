using System.Globalization;
using System.Text;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Jobs;

/// <summary>A job's rows as a file for a spreadsheet: a line for each reason and warning, one for a row that has none. Never more than a page in memory.</summary>
static class JobResultsCsv
{
    const int PageRows = 1_000;

    static readonly string[] Header = ["row", "line", "key", "outcome", "recordId", "note", "field", "code", "detail", "from", "to"];

    public static async Task Write(Stream body, Database database, Guid tenantId, Guid jobId, JobResultFilter filter, CancellationToken ct)
    {
        // With the mark, or a spreadsheet takes the file for the machine's old code page.
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(CsvLine.Of(Header));
        for (var after = 0L; ;)
        {
            List<JobResultRow> page;
            await using (var db = database.Read(tenantId))
                page = await filter.Of(db.Set<JobResultRow>().AsNoTracking().Where(row => row.JobId == jobId && row.No > after)).OrderBy(row => row.No).Take(PageRows).ToListAsync(ct);
            foreach (var row in page.Select(JobResultView.Of))
                foreach (var line in Lines(row)) await text.WriteAsync(line.AsMemory(), ct);
            if (page.Count < PageRows) return;
            after = page[^1].No;
        }
    }

    static IEnumerable<string> Lines(JobResultView row)
    {
        foreach (var reason in row.Reasons) yield return Line(row, "reason", reason.Field, reason.Code, reason.Detail, "", "");
        foreach (var warning in row.Warnings) yield return Line(row, "warning", warning.Field, warning.Rule, "", warning.From, warning.To);
        if (row.Reasons.Count + row.Warnings.Count == 0) yield return Line(row, "", "", "", "", "", "");
    }

    static string Line(JobResultView row, params string[] note) => CsvLine.Of(
    [
        row.Row.ToString(CultureInfo.InvariantCulture), row.Line?.ToString(CultureInfo.InvariantCulture) ?? "", row.Key ?? "", row.Outcome,
        row.RecordId?.ToString() ?? "", .. note,
    ]);
}
