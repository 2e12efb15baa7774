using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Http;

/// <summary>The one place where an exception becomes an answer. Expected refusals come as values; what arrives here is bad input or a bug.</summary>
public sealed class FaultHandler(RequestDelegate next, ILogger<FaultHandler> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            await next(http);
            // What the framework refused while it read a body it refused without a word.
            if (http.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and < 500 and not StatusCodes.Status404NotFound } bare
                && http.GetEndpoint()?.Metadata.GetMetadata<Security.BehindGate>() is not null)
            {
                await Problems.Write(http, BadBody.Explain(new BadHttpRequestException("", bare.StatusCode)));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            switch (e)
            {
                case RefusedException refused:
                    await Problems.Write(http, refused.Refusal);
                    break;
                case BadHttpRequestException bad:
                    await Problems.Write(http, BadBody.Explain(bad));
                    break;
                case JsonException json:
                    await Problems.Write(http, BadBody.Explain(json));
                    break;
                case var _ when DatabaseDown.Explains(e):
                    log.LogWarning(e, "The database is not reachable");
                    http.Response.Headers.RetryAfter = "2";
                    await Problems.Write(http, Refusal.Unavailable("server/database-unavailable", "The database cannot be reached at the moment. Try again shortly."));
                    break;
                default:
                    log.LogError(e, "Fault at {Method} {Path}", http.Request.Method, http.Request.Path);
                    await Problems.WriteFault(http);
                    break;
            }
        }
    }
}
