using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Security;

/// <summary>Finds the member behind a request's credentials. Organization implements it; the gate calls it once per request.</summary>
public interface ICallerSource
{
    /// <summary>The caller; a refusal (401) when credentials are missing, wrong, expired or revoked.</summary>
    ValueTask<Outcome<Caller>> Find(HttpContext http);
}
