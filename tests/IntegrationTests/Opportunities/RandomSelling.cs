using System.Collections.Concurrent;
using System.Net;
using Crm.IntegrationTests.Fixtures;
using Xunit;

namespace Crm.IntegrationTests.Opportunities;

/// <summary>Many clients that do at random what sellers do. Refusals are part of the game; a fault of the server is not.</summary>
sealed class RandomSelling(IReadOnlyList<Session> sellers, int seed)
{
    static readonly string[] Stages = ["Qualify", "Discover", "Propose", "Negotiate", "Sign", "Contact", "Offer", "Order"];

    /// <summary>Every opportunity and the highest version that was acknowledged of it.</summary>
    public ConcurrentDictionary<Guid, int> Acknowledged { get; } = new();

    public int Done;
    public int Refused;
    public int Lost;

    /// <summary>Runs the commands over all clients. A connection that breaks ends its client when the host is expected to die.</summary>
    public Task Run(int commands, bool edits = true, bool mayDie = false)
    {
        var left = commands;
        return Task.WhenAll(sellers.Select((seller, client) => Task.Run(async () =>
        {
            var random = new Random(seed * 1000 + client + Done);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                try
                {
                    await Step(seller, random, edits);
                }
                catch (HttpRequestException) when (mayDie)
                {
                    Interlocked.Increment(ref Lost);
                    return;
                }
            }
        }, TestContext.Current.CancellationToken)));
    }

    async Task Step(Session seller, Random random, bool edits)
    {
        if (edits && (Acknowledged.Count < 50 || random.Next(12) == 0))
        {
            var currency = random.Next(4) switch { 0 => "USD", 1 => "EUR", _ => "CNY" };
            Note(await seller.Open(random.Next(1, 1_000_000) / 100m, currency, random.Next(3) == 0 ? "Repeat" : "NewProject"));
            return;
        }
        var ids = Acknowledged.Keys;
        var id = ids.ElementAt(random.Next(ids.Count));
        var deal = await seller.Get($"/api/v1/opportunities/{id}");
        if (deal.Status != HttpStatusCode.OK)
        {
            Note(deal);
            return;
        }
        Note(random.Next(edits ? 12 : 9) switch
        {
            0 or 1 or 2 => await seller.Advance(deal, Stages[random.Next(Stages.Length)]),
            3 => await seller.Act(deal, "move-back", new { toStage = Stages[random.Next(Stages.Length)], reason = "Again" }),
            4 => await seller.Act(deal, "win"),
            5 => await seller.Act(deal, "lose", new { reason = "Price" }),
            6 => await seller.Act(deal, random.Next(2) == 0 ? "hold" : "abandon", new { reason = "Later" }),
            7 => await seller.Act(deal, (string?)deal["status"] == "OnHold" ? "resume" : "reopen", new { reason = "Now" }),
            8 => (string?)deal["archivedAt"] is null
                ? random.Next(5) == 0 ? await seller.Delete($"/api/v1/opportunities/{id}", deal.ETag) : await seller.Act(deal, "win")
                : await seller.Act(deal, "restore"),
            9 => await seller.Patch($"/api/v1/opportunities/{id}", new { ownerId = sellers[random.Next(sellers.Count)].MemberId }, deal.ETag),
            10 => await seller.Patch($"/api/v1/opportunities/{id}", new { closeDate = new DateOnly(2027, 1, 1).AddDays(random.Next(365)) }, deal.ETag),
            _ => await seller.Patch($"/api/v1/opportunities/{id}", new { amount = new { amount = random.Next(1, 100_000) / 100m, currency = "CNY" } }, deal.ETag),
        });
    }

    void Note(Answer answer)
    {
        Assert.True((int)answer.Status < 500, answer.Text);
        if ((int)answer.Status >= 300)
        {
            Interlocked.Increment(ref Refused);
            return;
        }
        Interlocked.Increment(ref Done);
        Acknowledged.AddOrUpdate(answer.Id, answer.Version, (_, known) => Math.Max(known, answer.Version));
    }
}
