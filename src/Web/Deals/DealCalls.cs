using System.Globalization;

namespace Crm.Web.Deals;

/// <summary>Opportunities by way of the generated client. Every change names the version it was made from.</summary>
internal sealed class DealCalls(Client.CrmClient client)
{
    public async Task<DealPage> List(DealFilter filter, string? cursor, int limit, CancellationToken ct)
    {
        var page = await Ask(filter, filter.Sort, limit, cursor, false, ct);
        return new DealPage([.. page.Items.Select(Of)], page.NextCursor);
    }

    /// <summary>Several by their ids in one call, in no order; those out of the reader's scope are missing.</summary>
    public async Task<IReadOnlyList<Deal>> Some(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : [.. (await client.ListOpportunitiesAsync(idIn: string.Join(',', ids), limit: ids.Count, cancellationToken: ct)).Items.Select(Of)];

    public async Task<(int Count, bool Capped)> Count(DealFilter filter, CancellationToken ct)
    {
        var page = await Ask(filter, filter.Sort, 1, null, true, ct);
        return (page.TotalCount ?? 0, page.TotalIsCapped == true);
    }

    public async Task<Deal> Get(Guid id, CancellationToken ct) => Of(await client.GetOpportunityAsync(id, null, ct));

    public async Task<Deal> AsOf(Guid id, DateTimeOffset instant, CancellationToken ct) =>
        Of(await client.GetOpportunityAsync(id, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ct));

    public async Task<(IReadOnlyList<DealChange> Items, string? Next)> History(Guid id, string? cursor, CancellationToken ct)
    {
        var page = await client.GetOpportunityHistoryAsync(id, 50, cursor, cancellationToken: ct);
        return ([.. page.Items.Select(Of)], page.NextCursor);
    }

    /// <param name="body">What the form says.</param>
    /// <param name="key">The same for every try of the same form, so that a repeated one creates nothing twice.</param>
    /// <param name="ct">Ends the call.</param>
    public async Task<Deal> Create(Client.CreateOpportunity body, string key, CancellationToken ct) => Of(await client.CreateOpportunityAsync(body, key, ct));

    public async Task<Deal> Edit(Guid id, int version, Client.EditOpportunityPatch patch, CancellationToken ct) =>
        Of(await client.EditOpportunityAsync(id, Version(version), patch, null, ct));

    public async Task<Deal> Advance(Deal deal, string toStage, CancellationToken ct) =>
        Of(await client.AdvanceOpportunityAsync(deal.Id, Version(deal.Version), new Client.AdvanceOpportunity { ToStage = toStage }, null, ct));

    public async Task<Deal> MoveBack(Deal deal, string toStage, string reason, CancellationToken ct) =>
        Of(await client.MoveBackOpportunityAsync(deal.Id, Version(deal.Version), new Client.MoveBackOpportunity { ToStage = toStage, Reason = reason }, null, ct));

    public async Task<Deal> Win(Deal deal, string? reason, DateOnly? closedOn, CancellationToken ct) =>
        Of(await client.WinOpportunityAsync(deal.Id, Version(deal.Version), null, new Client.WinOpportunity { Reason = reason, ClosedOn = closedOn }, ct));

    public async Task<Deal> Lose(Deal deal, string reason, string? winner, DateOnly? closedOn, CancellationToken ct) =>
        Of(await client.LoseOpportunityAsync(deal.Id, Version(deal.Version), new Client.LoseOpportunity { Reason = reason, WinnerCompetitor = winner, ClosedOn = closedOn }, null, ct));

    public async Task<Deal> Abandon(Deal deal, string reason, DateOnly? closedOn, CancellationToken ct) =>
        Of(await client.AbandonOpportunityAsync(deal.Id, Version(deal.Version), new Client.AbandonOpportunity { Reason = reason, ClosedOn = closedOn }, null, ct));

    public async Task<Deal> Hold(Deal deal, string? reason, CancellationToken ct) =>
        Of(await client.HoldOpportunityAsync(deal.Id, Version(deal.Version), null, new Client.HoldOpportunity { Reason = reason }, ct));

    public async Task<Deal> Resume(Deal deal, string? reason, CancellationToken ct) =>
        Of(await client.ResumeOpportunityAsync(deal.Id, Version(deal.Version), null, new Client.ResumeOpportunity { Reason = reason }, ct));

    public async Task<Deal> Reopen(Deal deal, string reason, CancellationToken ct) =>
        Of(await client.ReopenOpportunityAsync(deal.Id, Version(deal.Version), new Client.ReopenOpportunity { Reason = reason }, null, ct));

    private Task<Client.OpportunityPage> Ask(DealFilter filter, string sort, int limit, string? cursor, bool count, CancellationToken ct) => client.ListOpportunitiesAsync(
        q: filter.Text, stage: filter.Stage, band: Parse<Client.FunnelBand>(filter.Band), methodId: filter.MethodId, status: Parse<Client.OpportunityStatus>(filter.Status),
        type: Parse<Client.OpportunityType>(filter.Type), ownerId: filter.OwnerId, departmentId: filter.DepartmentId, customerId: filter.CustomerId,
        productId: filter.ProductId, closeDateGte: filter.CloseFrom, closeDateLte: filter.CloseTo, sort: sort, limit: limit, cursor: cursor, count: count ? true : null, custom: Fields.FieldQuery.Parse(filter.Custom), cancellationToken: ct);

    private static T? Parse<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;

    private static string Version(int version) => Client.CrmClient.ETag(version);

    private static Deal Of(Client.Opportunity o) => new()
    {
        Id = o.Id,
        Version = o.Version,
        Name = o.Name,
        CustomerId = o.CustomerId,
        Type = o.Type.ToString(),
        MethodId = o.MethodId,
        MethodVersion = o.MethodVersion,
        Status = o.Status.ToString(),
        Stage = o.Stage,
        Band = o.Band.ToString(),
        StageEnteredAt = o.StageEnteredAt,
        Amount = o.Amount.Amount ?? 0,
        Currency = o.Amount.Currency ?? "",
        ByLines = o.AmountMode == Client.AmountMode.Lines,
        BaseAmount = o.BaseAmount.Amount ?? 0,
        BaseCurrency = o.BaseAmount.Currency ?? "",
        Weighted = o.Weighted.Amount ?? 0,
        Probability = o.Probability,
        OwnProbability = o.ProbabilityMode != Client.ProbabilityMode.Default,
        ProbabilityReason = o.ProbabilityReason,
        Category = o.ForecastCategory.ToString(),
        CloseDate = o.CloseDate,
        OriginalCloseDate = o.OriginalCloseDate,
        SlipCount = o.SlipCount,
        DaysSlipped = o.DaysSlipped,
        Budget = o.Budget?.Amount,
        Need = o.Need,
        NextStep = o.NextStep,
        NextStepDate = o.NextStepDate,
        OwnerId = o.OwnerId,
        DepartmentId = o.DepartmentId,
        Lines = [.. o.Lines.Select(line => new DealLine(line.ProductId, line.Quantity, line.UnitPrice, line.Amount.Amount ?? 0))],
        Team = [.. o.Team.Select(member => new TeamMate(member.MemberId, member.Role))],
        PrimaryContactId = o.PrimaryContactId,
        Timeline = o.Timeline,
        ClosedOn = o.ClosedOn,
        CloseReason = o.CloseReason,
        WinnerCompetitor = o.WinnerCompetitor,
        Custom = o.Custom,
        CreatedAt = o.CreatedAt,
        UpdatedAt = o.UpdatedAt,
    };

    private static DealChange Of(Client.OpportunityHistoryEntry entry) => new()
    {
        Version = entry.Version,
        Kind = entry.Kind.ToString(),
        At = entry.HoldsAt,
        ActorId = entry.ActorId,
        // The API repeats the kind's name where nobody said why.
        Reason = entry.Reason == entry.Kind.ToString() || entry.Reason.Length == 0 ? null : entry.Reason,
        Status = entry.Status.ToString(),
        Stage = entry.Stage,
        MethodId = entry.MethodId,
        Amount = entry.Amount.Amount ?? 0,
        Currency = entry.Amount.Currency ?? "",
        Probability = entry.Probability,
        CloseDate = entry.CloseDate,
        OwnerId = entry.OwnerId,
    };
}
