namespace Crm.Platform.Http;

/// <summary>Marks an endpoint that takes an Idempotency-Key, for the API document.</summary>
public sealed class TakesIdempotencyKey
{
    public static readonly TakesIdempotencyKey Instance = new();
}
