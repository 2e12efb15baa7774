using Crm.Contracts.Organization;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Importing;
using Crm.Platform.Jobs;
using System.Text.Json;

namespace Crm.Organization.UseCases.Handover;

/// <summary>Hands over part by part, some records at a time. Killed at any point it goes on, and answers for each record once.</summary>
internal sealed class HandoverJob(IEnumerable<IHandoverPart> parts, Database database, IOrganizationDirectory organization) : IJobKind
{
    public const string Name = "handover";

    const int BatchSize = 100;

    readonly Dictionary<string, IHandoverPart> _parts = parts.ToDictionary(part => part.Name, StringComparer.Ordinal);

    public string Kind => Name;

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var order = run.Input<HandoverOrder>();
        var at = run.Checkpoint<HandoverCheckpoint>();
        if (at is null)
        {
            await run.Expect(await Count(run.TenantId, order, ct), ct);
            at = HandoverCheckpoint.Start;
        }
        while (at.Part < order.Parts.Count)
        {
            at = at.UnderWay.Count > 0 ? await Move(run, order, at, ct) : await Deal(run, order, at, ct);
        }
        return Nothing.Value;
    }

    async Task<long> Count(Guid tenantId, HandoverOrder order, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        var total = 0L;
        foreach (var part in order.Parts) total += await _parts[part.Part].Count(db, order.MemberId, ct);
        return total;
    }

    async Task<HandoverCheckpoint> Deal(JobRun run, HandoverOrder order, HandoverCheckpoint at, CancellationToken ct)
    {
        var part = order.Parts[at.Part];
        IReadOnlyList<HandoverItem> items;
        await using (var db = database.Read(run.TenantId)) items = await _parts[part.Part].Items(db, order.MemberId, at.After, BatchSize, ct);
        var deal = new HandoverDeal(part.HeirIds, part.Named, at.Dealt);
        var moves = items.Select(item => new HandoverMove(item.Id, item.Name, deal.HeirOf(item.Id, item.CustomerOwnerId))).ToList();
        var next = moves.Count == 0 ? at with { Part = at.Part + 1, After = null, Dealt = 0 } : at with { Dealt = deal.Dealt, UnderWay = moves };
        await run.Step((_, step, _) =>
        {
            step.Checkpoint = next;
            return Task.CompletedTask;
        }, ct);
        return next;
    }

    async Task<HandoverCheckpoint> Move(JobRun run, HandoverOrder order, HandoverCheckpoint at, CancellationToken ct)
    {
        var part = order.Parts[at.Part].Part;
        // An heir may have left since it was asked for: what was meant for them stays where it is, and says so.
        var heirs = await organization.Members(run.TenantId, [.. at.UnderWay.Select(move => move.HeirId).Distinct()], ct);
        var possible = at.UnderWay.Where(move => heirs.TryGetValue(move.HeirId, out var heir) && heir.Active).ToList();
        var answers = await _parts[part].Move(new HandoverBatch
        {
            TenantId = run.TenantId,
            ActorId = run.ActorId ?? order.MemberId,
            FromId = order.MemberId,
            Reason = order.Reason,
            Moves = possible,
        }, ct);
        var answered = possible.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        var next = at with { After = at.UnderWay[^1].Id, Rows = at.Rows + at.UnderWay.Count, UnderWay = [] };
        await run.Step((_, step, _) =>
        {
            for (var i = 0; i < at.UnderWay.Count; i++)
            {
                var move = at.UnderWay[i];
                var answer = answered.TryGetValue(move, out var made) ? made : Refusal.Conflict("members/not-active", "The heir is not active any more.");
                step.Add(Result(run.TenantId, at.Rows + i + 1, part, move, answer.Refused(out var refusal) ? refusal : null));
            }
            step.Checkpoint = next;
            return Task.CompletedTask;
        }, ct);
        return next;
    }

    static JobResultRow Result(Guid tenantId, long no, string part, HandoverMove move, Refusal? refusal) => new()
    {
        TenantId = tenantId,
        No = no,
        Key = part,
        RecordId = move.Id,
        IsFailed = refusal is not null,
        Outcome = refusal is null ? "HandedOver" : "Refused",
        Notes = refusal is null ? null : JsonSerializer.Serialize(new JobResultNotes { Reasons = [new RowReason("", refusal.Code, refusal.Detail)] }, StoredJson.Options),
    };
}
