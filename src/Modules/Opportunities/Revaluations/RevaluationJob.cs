using System.Text.Json;
using Crm.Contracts.Organization;
using Crm.Opportunities.UseCases;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Crm.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.Revaluations;

/// <summary>
/// Counts open opportunities anew at the planning rates of the day it was asked on, each by way of its grain, so that its history gets a line.
/// One that stands at the rate already is passed over: a job that is begun again does none twice.
/// </summary>
internal sealed class RevaluationJob(Database database, OpportunityCommands commands, IOrganizationDirectory organization) : IJobKind
{
    public const string Name = "revalue-opportunities";
    const int Batch = 50;

    public string Kind => Name;

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var input = run.Input<RevaluationInput>();
        if (await organization.Tenant(run.TenantId, ct) is not { } tenant) return Refusal.NotFound("tenants/not-found", "The tenant is gone.");
        var at = run.Checkpoint<Checkpoint>() ?? new Checkpoint(0, null);
        if (at.After is null) await run.Expect(await Count(run.TenantId, tenant.BaseCurrency, input, ct), ct);
        while (true)
        {
            var rows = await Next(run.TenantId, tenant.BaseCurrency, input, at.After, ct);
            if (rows.Count == 0) break;
            var results = new List<JobResultRow>(rows.Count);
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                results.Add(await Revalue(run, input, row, at.Done + results.Count + 1));
            }
            at = new Checkpoint(at.Done + rows.Count, rows[^1].Id);
            await run.Step((_, step, _) =>
            {
                foreach (var result in results) step.Add(result);
                step.Checkpoint = at;
                return Task.CompletedTask;
            }, ct);
        }
        await commands.Hint(run.TenantId);
        return Nothing.Value;
    }

    async Task<JobResultRow> Revalue(JobRun run, RevaluationInput input, Row row, long no)
    {
        var result = new JobResultRow { No = no, Outcome = "Unchanged", RecordId = row.Id, Key = row.Name.Length <= 200 ? row.Name : row.Name[..200] };
        if (row.RateE10 == Scaled.Rate(input.Rates[row.Currency])) return result;
        var refused = await commands.Revalue(run.TenantId, row.Id, run.ActorId ?? Guid.Empty, input.Rates[row.Currency]);
        // Closed in the meantime: it keeps the rate that it was closed at.
        if (refused is { Kind: RefusalKind.Conflict or RefusalKind.NotFound }) return result;
        if (refused is { } refusal)
        {
            (result.Outcome, result.IsFailed) = ("Refused", true);
            result.Notes = JsonSerializer.Serialize(new JobResultNotes { Reasons = [new RowReason("", refusal.Code, refusal.Detail)] }, StoredJson.Options);
            return result;
        }
        result.Outcome = "Updated";
        return result;
    }

    async Task<long> Count(Guid tenantId, string baseCurrency, RevaluationInput input, CancellationToken ct)
    {
        var currencies = input.Rates.Keys.ToArray();
        await using var db = database.Read(tenantId);
        return await Revaluables.Open(db, baseCurrency).LongCountAsync(row => currencies.Contains(row.CurrencyCode), ct);
    }

    async Task<List<Row>> Next(Guid tenantId, string baseCurrency, RevaluationInput input, Guid? after, CancellationToken ct)
    {
        var currencies = input.Rates.Keys.ToArray();
        await using var db = database.Read(tenantId);
        var rows = Revaluables.Open(db, baseCurrency).Where(row => currencies.Contains(row.CurrencyCode));
        if (after is { } last) rows = rows.Where(row => row.Id > last);
        return await rows.OrderBy(row => row.Id).Take(Batch).Select(row => new Row(row.Id, row.Name, row.CurrencyCode, row.RateE10)).ToListAsync(ct);
    }

    sealed record Checkpoint(long Done, Guid? After);

    sealed record Row(Guid Id, string Name, string Currency, long RateE10);
}
