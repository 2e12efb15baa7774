using System.Security.Cryptography;
using System.Text;
using Crm.Platform.Data;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>Who asks for a change, with the Idempotency-Key when one was sent. Bound as a handler parameter.</summary>
public sealed record Command(Caller Caller, IdempotencyKey? Key)
{
    public WriteContext Writes => new(Caller.TenantId, Caller.MemberId, Key);

    public static async ValueTask<Command?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var caller = http.Features.Get<Caller>();
        if (caller is null) return null;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0) return new Command(caller, null);
        if (key.Length > 200 || key.Any(c => c is < '!' or > '~'))
            throw new RefusedException(Refusal.Field("Idempotency-Key", "request/bad-idempotency-key", "An Idempotency-Key has 1 to 200 visible ASCII characters."));
        return new Command(caller, new IdempotencyKey(key, await Hash(http)));
    }

    static async Task<string> Hash(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        http.Request.Body.Position = 0;
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0) hash.AppendData(buffer.AsSpan(0, read));
        http.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
