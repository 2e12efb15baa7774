using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.UnitTests.Platform;

namespace Crm.UnitTests.Events;

/// <summary>Writes a note per event, and fails when told to.</summary>
sealed class Noting : IReaction
{
    /// <summary>Counts over every host of a test run, so that the order of the effects can be told.</summary>
    static long Writes;

    public string Name => "tests.note";

    public IReadOnlyCollection<string> Events => ["tests.happened.v1"];

    public Func<Happened, bool> Fails { get; set; } = _ => false;

    public async Task Handle(CrmDb db, IReadOnlyList<DeliveredEvent> events, CancellationToken ct)
    {
        foreach (var delivered in events)
        {
            var happened = delivered.As<Happened>();
            db.Add(new Note { Text = $"{happened.RecordId}", Rank = happened.No, AmountE4 = Interlocked.Increment(ref Writes) });
            // The effect is on its way when it fails: only the transaction keeps it from being half done.
            await db.SaveChangesAsync(ct);
            if (Fails(happened)) throw new InvalidOperationException("The reaction failed.");
        }
    }
}
