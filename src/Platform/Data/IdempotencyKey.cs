namespace Crm.Platform.Data;

/// <summary>The caller's Idempotency-Key and the hash of what was asked with it.</summary>
/// <param name="Key">1 to 200 visible characters, chosen by the caller, unique per member.</param>
/// <param name="RequestHash">SHA-256 over operation and body, hex.</param>
public sealed record IdempotencyKey(string Key, string RequestHash);
