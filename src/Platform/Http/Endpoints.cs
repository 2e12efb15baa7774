using Crm.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>What an endpoint says of itself: right, answer, refusals.</summary>
public static class Endpoints
{
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequiredPermission(permission));

    /// <summary>Open to a request without credentials: sign-in, set-up, health.</summary>
    public static TBuilder Anonymous<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AllowAnonymousAttribute());

    /// <summary>PATCH and actions: 428 without If-Match, 412 when stale.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(NeedsIfMatch.Instance)
        .Refuses(RefusalKind.Stale, RefusalKind.PreconditionRequired)
        .AddEndpointFilter(static (context, next) =>
            ExpectedVersion.Read(context.HttpContext).Refused(out var refusal) ? ValueTask.FromResult<object?>(refusal.ToProblem()) : next(context));

    /// <summary>Takes an Idempotency-Key: the handler has a <see cref="Command"/> parameter and writes with its context.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(TakesIdempotencyKey.Instance);

    /// <summary>A list: its parameters stand in the API document.</summary>
    public static RouteHandlerBuilder Lists(this RouteHandlerBuilder endpoint, Lists.IListSpec spec) => endpoint.WithMetadata(spec);

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status);

    /// <summary>The refusals beside 400, 401, 403, 429 and 500, which every endpoint can give.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params RefusalKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        foreach (var kind in kinds) endpoint.ProducesProblem((int)kind);
        return endpoint;
    }
}
