using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Opportunities.UseCases;

/// <summary>Decides how a new opportunity stands: references looked up, method chosen, planning rate frozen.</summary>
internal sealed class OpportunityOpening(Database database, OpportunityReferences references, Processes processes, TenantClock clock)
{
    public async Task<Outcome<Change>> Decide(Caller caller, CreateOpportunity wanted, (string Source, string Id)? external, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var at = await clock.Now(caller.TenantId, caller.MemberId, cancellation);
        var type = wanted.Type ?? Contracts.Opportunities.OpportunityType.NewProject;
        var currency = await references.Currency(caller.TenantId, wanted.Amount, wanted.Currency, cancellation);
        if (currency.Refused(out var no)) return no;
        var resolved = await references.Resolve(db, caller, wanted.AsEdit(type, currency.Value, caller.MemberId), null, cancellation);
        if (resolved.Refused(out no)) return no;

        var method = await OpportunityTypes.Method(db, type, cancellation);
        var process = method.Version is null ? processes.Latest(method.Id) : processes.Find(method.Id, method.Version);
        if (process is null)
            return Refusal.Conflict("opportunities/method-unavailable", $"The method {method.Id} {method.Version} that {type} is sold by is not in working order here.");
        var opened = Opportunity.Open(
            caller.TenantId, Guid.CreateVersion7(at.Now), resolved.Value.Fields, process, wanted.Stage, resolved.Value.Rate!.Value, resolved.Value.BaseCurrency, at);
        if (opened.IsRefused || external is not { } key) return opened;
        return opened.Value with { After = opened.Value.After with { ExternalSource = key.Source, ExternalId = key.Id } };
    }
}
