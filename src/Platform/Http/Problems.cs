using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>Refusal to RFC 9457 problem details: mapped here and nowhere else.</summary>
public static class Problems
{
    const string ContentType = "application/problem+json";

    public static IResult ToProblem(this Refusal refusal) => new ProblemResult(refusal);

    public static Task Write(HttpContext http, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(refusal);
        var status = (int)refusal.Kind;
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return Write(http, status, refusal.Code, Title(refusal.Kind), refusal.Detail, refusal.Errors, refusal.Extensions);
    }

    /// <summary>The answer to a bug: a trace id and nothing internal.</summary>
    public static Task WriteFault(HttpContext http) =>
        Write(http, StatusCodes.Status500InternalServerError, "server/fault", "Something went wrong on our side",
            "The fault was recorded. Give the trace id to whoever runs this system.", null, null);

    static async Task Write(
        HttpContext http, int status, string code, string title, string detail,
        IReadOnlyDictionary<string, string[]>? errors, IReadOnlyDictionary<string, object?>? extensions)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        var body = new Dictionary<string, object?>
        {
            ["type"] = $"urn:crm:problem:{code}",
            ["title"] = title,
            ["status"] = status,
            ["code"] = code,
            ["detail"] = detail,
            ["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            ["errors"] = errors ?? new Dictionary<string, string[]>(),
        };
        foreach (var (name, value) in extensions ?? new Dictionary<string, object?>()) body[name] = value;
        await JsonSerializer.SerializeAsync(http.Response.Body, body, ApiJson.Options, http.RequestAborted);
    }

    static string Title(RefusalKind kind) => kind switch
    {
        RefusalKind.BadRequest => "The request is not valid",
        RefusalKind.Unauthorized => "Sign in first",
        RefusalKind.Forbidden => "Not permitted",
        RefusalKind.NotFound => "Not found",
        RefusalKind.Conflict => "In conflict with the present state",
        RefusalKind.Stale => "Changed in the meantime",
        RefusalKind.TooLarge => "Too large",
        RefusalKind.Unsupported => "Unsupported content type",
        RefusalKind.Unprocessable => "Cannot be done as asked",
        RefusalKind.PreconditionRequired => "Version required",
        RefusalKind.TooManyRequests => "Too many requests",
        _ => "Not available now",
    };

    sealed class ProblemResult(Refusal refusal) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => (int)refusal.Kind;

        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, refusal);
    }
}
