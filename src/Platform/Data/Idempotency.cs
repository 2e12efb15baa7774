using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Data;

/// <summary>Key, hash and answer stand in the same save as the effect: done once, answered the same ever after.</summary>
static class Idempotency
{
    public static async Task<Outcome<T>> Once<T>(
        CrmDb db, WriteContext context, Func<CrmDb, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        if (context.Key is not { } key) return await work(db, cancellation);
        if (await Find(db, context, cancellation) is { } done) return Answer<T>(done, key);

        var outcome = await work(db, cancellation);
        if (outcome.IsRefused) return outcome;
        db.Add(new IdempotencyRow
        {
            TenantId = context.TenantId,
            MemberId = context.ActorId ?? Guid.Empty,
            Key = key.Key,
            RequestHash = key.RequestHash,
            // Id and version are stamped on save: work that answers with a new row saves before it makes its answer.
            Answer = JsonSerializer.Serialize(outcome.Value, StoredJson.Options),
            CreatedAt = db.UtcNow(),
        });
        return outcome;
    }

    public static async Task<Outcome<T>> Replay<T>(CrmDb db, WriteContext context, CancellationToken cancellation) =>
        await Find(db, context, cancellation) is { } done
            ? Answer<T>(done, context.Key!)
            : Refusal.Conflict("idempotency/in-progress", "A call with this Idempotency-Key is under way. Try again.");

    public static bool IsTaken(DbUpdateException e) => e.Entries.Any(entry => entry.Entity is IdempotencyRow);

    static Task<IdempotencyRow?> Find(CrmDb db, WriteContext context, CancellationToken cancellation)
    {
        var member = context.ActorId ?? Guid.Empty;
        return db.Set<IdempotencyRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.MemberId == member && row.Key == context.Key!.Key, cancellation);
    }

    static Outcome<T> Answer<T>(IdempotencyRow row, IdempotencyKey key) => row.RequestHash == key.RequestHash
        ? JsonSerializer.Deserialize<T>(row.Answer, StoredJson.Options)!
        : Refusal.Unprocessable("idempotency/key-reused", "This Idempotency-Key was used with another request.");
}
