using System.Globalization;
using System.Text;
using System.Text.Json;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Opportunities.UseCases;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;

namespace Crm.Opportunities.Grains;

/// <summary>
/// One writer per opportunity: decide (pure), save, swap memory, answer. The row's version is the authority: when another activation
/// was first, this one reads again and retries once.
/// </summary>
internal sealed class OpportunityGrain(Database database, OpportunityRow row, Processes processes, TenantClock clock, CustomFields custom) : Grain, IOpportunityGrain
{
    Opportunity? _opportunity;
    OpportunitySnapshot? _snapshot;

    Guid Id => this.GetPrimaryKey(out _);

    Guid TenantId
    {
        get
        {
            this.GetPrimaryKey(out var tenant);
            return Guid.ParseExact(tenant!, "N");
        }
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Load();

    public async ValueTask<OpportunitySnapshot?> Read()
    {
        if (_snapshot is null) await Load();
        // Nothing is kept for ids that nobody has: guessing ids would fill the memory.
        if (_snapshot is null) DeactivateOnIdle();
        return _snapshot;
    }

    public async Task<CommandAnswer> Do(OpportunityCommand command)
    {
        try
        {
            var (answer, conflict) = await Attempt(command);
            if (!conflict && !await RefusedFromOldMemory(answer)) return answer;
            await Load();
            (answer, _) = await Attempt(command);
            return answer;
        }
        catch
        {
            // What stands in memory may not be what was saved.
            DeactivateOnIdle();
            throw;
        }
    }

    // Another activation may have written since: no is said only from the state that the row is in.
    async ValueTask<bool> RefusedFromOldMemory(CommandAnswer answer)
    {
        if (_opportunity is null || answer.Refusal is not { Kind: RefusalKind.Conflict or RefusalKind.Stale or RefusalKind.NotFound }) return false;
        await using var db = database.Read(TenantId);
        return await row.Version(db, Id) != _opportunity.Version;
    }

    /// <returns>The answer, and whether another writer was first.</returns>
    async Task<(CommandAnswer Answer, bool Conflict)> Attempt(OpportunityCommand command)
    {
        if (_opportunity is null) await Load();
        if (_opportunity is not { } before || !command.Scope.Sees(before.OwnerId, before.DepartmentId, before.Team.Select(member => member.MemberId)))
        {
            if (_opportunity is null) DeactivateOnIdle();
            return (CommandAnswer.Of(Missing()), false);
        }
        var at = await clock.Now(TenantId, command.MemberId, CancellationToken.None);
        var key = command.IdempotencyKey is { } text ? new IdempotencyKey(text, command.RequestHash ?? "") : null;
        // With a key the first answer may be asked for again, whatever the state is by now: it decides inside the save.
        if (key is null && Decide(before, command, at).Refused(out var no)) return (CommandAnswer.Of(no), false);

        Opportunity? saved = null;
        var saving = false;
        var outcome = await database.Write<SavedOpportunity>(new WriteContext(TenantId, command.MemberId, key), async (db, cancellation) =>
        {
            var decided = Decide(before, command, at);
            if (decided.Refused(out var refusal)) return refusal;
            var (former, after) = (CustomValues.Of(before), CustomValues.Of(decided.Value.After));
            if (await custom.Taken(db, OpportunityFields.Resource, before.Id, former, after, cancellation) is { } taken) return taken;
            saving = true;
            await OpportunityWriter.Save(db, decided.Value, custom, cancellation);
            saved = decided.Value.After;
            return SavedOpportunity.Of(saved, key is not null);
        }, CancellationToken.None);

        if (outcome.Refused(out var refused)) return (CommandAnswer.Of(refused), saving && refused.Kind == RefusalKind.Stale);
        if (saved is not null)
        {
            Show(saved);
            return (CommandAnswer.Of(_snapshot!), false);
        }
        return (CommandAnswer.Of(Replayed(before, outcome.Value)), false);
    }

    Outcome<Change> Decide(Opportunity now, OpportunityCommand command, Moment at)
    {
        if (command.ExpectedVersion is { } expected && expected != now.Version) return Refusal.Stale();
        var process = processes.Find(now.MethodId, now.MethodVersion);
        return command.Action switch
        {
            OpportunityAction.Edit => now.Edit(command.Fields!, command.Rate, at),
            OpportunityAction.Advance when process is not null => now.Advance(process, command.ToStage!, command.Reason, at),
            OpportunityAction.MoveBack when process is not null => now.MoveBack(process, command.ToStage!, command.Reason, at),
            OpportunityAction.Win when process is not null => now.Win(process, command.Reason, command.ClosedOn, at),
            OpportunityAction.Lose => now.Lose(process, command.Reason, command.WinnerCompetitor, command.ClosedOn, at),
            OpportunityAction.Abandon => now.Abandon(process, command.Reason, command.ClosedOn, at),
            OpportunityAction.Hold => now.Hold(command.Reason, at),
            OpportunityAction.Resume => now.Resume(command.Reason, at),
            OpportunityAction.Reopen => now.Reopen(command.Reason, at),
            OpportunityAction.Revalue => now.Revalue(command.Rate!.Value, at),
            OpportunityAction.Archive => now.Archive(at),
            OpportunityAction.Restore => now.Restore(at),
            OpportunityAction.HandOver => now.HandOver(command.FromId!.Value, command.ToId!.Value, command.ToDepartmentId!.Value, command.Reason!, at),
            OpportunityAction.Replace => now.Replace(command.FromId!.Value, command.ToId!.Value, command.Reason!, at),
            _ => Refusal.Conflict("opportunities/method-unavailable",
                $"The method {now.MethodId} {now.MethodVersion} is not in working order here. The opportunity stays readable and editable."),
        };
    }

    async Task Load()
    {
        await using var db = database.Read(TenantId);
        var found = await row.Find(db, Id);
        if (found is null) (_opportunity, _snapshot) = (null, null);
        else Show(found);
    }

    void Show(Opportunity opportunity)
    {
        _opportunity = opportunity;
        _snapshot = Snapshot(opportunity, JsonSerializer.SerializeToUtf8Bytes(OpportunityView.Of(opportunity), ApiJson.Options));
    }

    static OpportunitySnapshot Replayed(Opportunity scoped, SavedOpportunity saved) =>
        Snapshot(scoped with { Version = saved.Version }, Encoding.UTF8.GetBytes(saved.Json));

    static OpportunitySnapshot Snapshot(Opportunity opportunity, byte[] json) => new()
    {
        Version = opportunity.Version,
        OwnerId = opportunity.OwnerId,
        DepartmentId = opportunity.DepartmentId,
        Team = [.. opportunity.Team.Select(member => member.MemberId)],
        Json = json,
        HasCustom = opportunity.Custom is not null || opportunity.CustomPersonal is not null,
        ETag = string.Create(CultureInfo.InvariantCulture, $"\"{opportunity.Version}\""),
    };

    static Refusal Missing() => Refusal.NotFound("opportunities/not-found", "There is no such opportunity.");
}
