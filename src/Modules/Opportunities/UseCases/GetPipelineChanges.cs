using Crm.Contracts.Organization;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Opportunities.UseCases;

/// <summary>How the pipeline moved between two moments, reconciled to the cent.</summary>
internal static class GetPipelineChanges
{
    const int MostItems = 2_000;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/pipeline/changes", Handle)
        .WithName(nameof(GetPipelineChanges)).WithSummary("How the pipeline moved between two moments").Requires(Permission.ReadFunnel).Answers<PipelineChangeView>();

    /// <param name="from">An instant, or a position that the funnel gave.</param>
    /// <param name="to">Likewise and not before <paramref name="from"/>; now when left out and from is an instant.</param>
    /// <param name="items">true: which opportunity moved which term.</param>
    /// <param name="term">With items: only those of this term, the largest first.</param>
    static async Task<IResult> Handle(
        string from, string? to, bool? items, PipelineTerm? term, Guid? ownerId, Guid? departmentId, Guid? productId, string? currency,
        Caller caller, IOrganizationDirectory organization, Database database, CancellationToken cancellation)
    {
        await using var db = database.Read(caller.TenantId);
        var now = db.UtcNow();
        var start = PipelineMoment.Read("from", from, now);
        if (start.Refused(out var refusal)) return refusal.ToProblem();
        var end = to is null ? new PipelineMoment(now, null) : PipelineMoment.Read("to", to, now);
        if (end.Refused(out refusal)) return refusal.ToProblem();
        if (start.Value.Instant is null != end.Value.Instant is null)
            return Refusal.Fields("pipeline/mixed-moments",
                new Dictionary<string, string[]> { ["from"] = ["Give two instants or two positions."], ["to"] = ["Give two instants or two positions."] }).ToProblem();
        if (start.Value.Instant > end.Value.Instant || start.Value.Position > end.Value.Position)
            return Refusal.Field("to", "pipeline/backwards", "Lies before from.").ToProblem();
        var question = await FunnelQuestion.Read(caller, null, ownerId, departmentId, productId, currency, organization, cancellation);
        if (question.Refused(out refusal)) return refusal.ToProblem();
        var tenant = await organization.Tenant(caller.TenantId, cancellation) ?? throw new InvalidOperationException("The caller's tenant is gone.");

        var slice = GetPipelineAsOf.Slice(question.Value);
        var opening = Total((await PipelineReader.AsOf(db, start.Value, cancellation)).Cells, slice);
        var change = new PipelineChange(slice);
        await foreach (var (former, present) in PipelineReader.Between(db, start.Value, end.Value, cancellation)) change.Step(former, present);
        // Read for itself and not taken from the terms, so that a step that was missed would show.
        var closing = Total((await PipelineReader.AsOf(db, end.Value, cancellation)).Cells, slice);
        return TypedResults.Ok(View(from, to ?? now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture), tenant, opening, change, closing, items == true ? Items(change, term) : null));
    }

    static (int Count, Int128 AmountE4) Total(FunnelCells cells, FunnelSlice slice) => cells.Sum(slice).Values
        .Aggregate((Count: 0, AmountE4: Int128.Zero), (sum, cell) => (sum.Count + cell.Count, sum.AmountE4 + cell.AmountE4));

    static PipelineChangeView View(
        string from, string to, TenantRef tenant, (int, Int128) opening, PipelineChange change, (int, Int128) closing, IReadOnlyList<PipelineItemView>? items) => new()
        {
            From = from,
            To = to,
            Currency = tenant.BaseCurrency,
            AmountBasis = tenant.AmountBasis,
            Opening = PipelineTermView.Of(opening),
            New = PipelineTermView.Of(change[PipelineTerm.New]),
            Reopened = PipelineTermView.Of(change[PipelineTerm.Reopened]),
            MovedIn = PipelineTermView.Of(change[PipelineTerm.MovedIn]),
            Grown = PipelineTermView.Of(change[PipelineTerm.Grown]),
            Revalued = PipelineTermView.Of(change[PipelineTerm.Revalued]),
            Won = PipelineTermView.Of(change[PipelineTerm.Won]),
            Lost = PipelineTermView.Of(change[PipelineTerm.Lost]),
            Abandoned = PipelineTermView.Of(change[PipelineTerm.Abandoned]),
            HeldOut = PipelineTermView.Of(change[PipelineTerm.HeldOut]),
            Shrunk = PipelineTermView.Of(change[PipelineTerm.Shrunk]),
            MovedOut = PipelineTermView.Of(change[PipelineTerm.MovedOut]),
            Closing = PipelineTermView.Of(closing),
            Slipped = PipelineTermView.Of(change.Slipped),
            Items = items,
        };

    static IReadOnlyList<PipelineItemView> Items(PipelineChange change, PipelineTerm? term) =>
        [.. (term is { } one ? Largest(one == PipelineTerm.Slipped ? change.Slips : change.Steps.Where(step => step.Term == one)) : change.Steps).Take(MostItems).Select(Item)];

    static IEnumerable<PipelineStep> Largest(IEnumerable<PipelineStep> steps) =>
        steps.OrderByDescending(step => Math.Abs(step.AmountE4)).ThenByDescending(step => step.KnownAt).ThenBy(step => step.OpportunityId);

    static PipelineItemView Item(PipelineStep step) => new()
    {
        OpportunityId = step.OpportunityId,
        Term = step.Term,
        Amount = step.AmountE4 / 10_000m,
        KnownAt = step.KnownAt,
        Version = step.Version,
    };
}
