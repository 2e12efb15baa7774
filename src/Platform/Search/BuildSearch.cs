using Crm.Platform.Jobs;

namespace Crm.Platform.Search;

/// <summary>Puts a tenant's records of a kind into the index: those from before the kind was searched, or before it was searched so.</summary>
sealed class BuildSearch(SearchFeed feed) : IJobKind
{
    public const string KindName = "build-search";

    const int RowsAtOnce = 200;
    const int TermsAtOnce = 5_000;

    public string Kind => KindName;

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var asked = run.Input<Input>();
        if (feed.Kinds.SingleOrDefault(one => one.Name == asked.Kind) is not { } kind)
            return Refusal.Unprocessable("search/kind-unknown", $"No module of this host searches records of kind '{asked.Kind}'.");
        if (run.Checkpoint<Checkpoint>() is null)
            await run.Step(async (db, step, inner) => step.Total = await kind.Count(db, inner), ct);
        var (after, ended) = (run.Checkpoint<Checkpoint>()?.After, false);
        while (!ended)
        {
            await run.Step(async (db, step, inner) =>
            {
                var ids = await kind.Next(db, after, RowsAtOnce, inner);
                ended = ids.Count < RowsAtOnce;
                await SearchFeed.Put(db, kind, run.TenantId, await kind.Entries(db, run.TenantId, ids, inner), areNew: false, inner);
                if (ids.Count > 0) after = ids[^1];
                step.Counted = ids.Count;
                step.Checkpoint = new Checkpoint(after);
            }, ct);
        }
        await DropFormer(run, kind, ct);
        return Nothing.Value;
    }

    // Every record stands under terms of the present generation now.
    static async Task DropFormer(JobRun run, ISearchKind kind, CancellationToken ct)
    {
        foreach (var generation in Enumerable.Range(0, 4).Where(generation => generation != SearchTerm.Generation))
        {
            var dropped = 0;
            do
            {
                await run.Step(async (db, _, inner) => dropped = await SearchStatements.Drop(db, SearchTerm.AllOf(kind.Code, generation), TermsAtOnce, inner), ct);
            }
            while (dropped > 0);
        }
    }

    internal sealed record Input(string Kind, string Version);

    internal sealed record Checkpoint(Guid? After);
}
