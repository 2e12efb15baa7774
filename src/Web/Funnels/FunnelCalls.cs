using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Web.Funnels;

/// <summary>Funnel and pipeline by way of the generated client.</summary>
internal sealed class FunnelCalls(Client.CrmClient client)
{
    private static readonly JsonSerializerOptions Wire = new() { Converters = { new JsonStringEnumConverter() } };

    public async Task<FunnelFigures> Get(FunnelFilter filter, CancellationToken ct) =>
        Of(await client.GetFunnelAsync(filter.ByBand ? "band" : "stage", filter.OwnerId, filter.DepartmentId, filter.ProductId, null, ct));

    /// <summary>The body of a funnel event, which is the body of the funnel.</summary>
    public static FunnelFigures Read(string json) => Of(JsonSerializer.Deserialize<Client.Funnel>(json, Wire)!);

    public async Task<PipelineMove> Changes(DateTimeOffset from, DateTimeOffset? to, FunnelFilter filter, CancellationToken ct)
    {
        var change = await client.GetPipelineChangesAsync(Instant(from), to is { } end ? Instant(end) : null, null, null, filter.OwnerId, filter.DepartmentId, filter.ProductId, null, ct);
        return new PipelineMove(
            change.Currency,
            change.AmountBasis.ToString(),
            new Dictionary<string, PipelineTerm>
            {
                ["opening"] = Of(change.Opening),
                ["new"] = Of(change.New),
                ["reopened"] = Of(change.Reopened),
                ["movedIn"] = Of(change.MovedIn),
                ["grown"] = Of(change.Grown),
                ["revalued"] = Of(change.Revalued),
                ["won"] = Of(change.Won),
                ["lost"] = Of(change.Lost),
                ["abandoned"] = Of(change.Abandoned),
                ["heldOut"] = Of(change.HeldOut),
                ["shrunk"] = Of(change.Shrunk),
                ["movedOut"] = Of(change.MovedOut),
                ["closing"] = Of(change.Closing),
                ["slipped"] = Of(change.Slipped),
            });
    }

    /// <summary>The opportunities behind one term, the largest first.</summary>
    public async Task<IReadOnlyList<PipelineItem>> Behind(DateTimeOffset from, DateTimeOffset? to, FunnelFilter filter, string term, CancellationToken ct)
    {
        var change = await client.GetPipelineChangesAsync(Instant(from), to is { } end ? Instant(end) : null, true, Enum.Parse<Client.PipelineTerm2>(term, ignoreCase: true),
            filter.OwnerId, filter.DepartmentId, filter.ProductId, null, ct);
        return [.. (change.Items ?? []).Select(item => new PipelineItem(item.OpportunityId, item.Amount, item.KnownAt))];
    }

    private static FunnelFigures Of(Client.Funnel funnel) => new(
        funnel.AsOf,
        funnel.Currency,
        funnel.AmountBasis.ToString(),
        [.. funnel.Stages.Select(s => new FunnelCell(s.Key, s.Name, s.Band.ToString(), s.MethodId, s.Count, s.Amount, s.Weighted, s.MedianAgeDays))],
        funnel.Total.Count,
        funnel.Total.Amount,
        funnel.Total.Weighted);

    private static PipelineTerm Of(Client.PipelineTerm term) => new(term.Count, term.Amount);

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
