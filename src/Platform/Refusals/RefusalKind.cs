namespace Crm.Platform;

/// <summary>What sort of expected "no" this is. The number is the HTTP status it is answered with.</summary>
public enum RefusalKind
{
    BadRequest = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    Conflict = 409,
    Stale = 412,
    TooLarge = 413,
    Unsupported = 415,
    Unprocessable = 422,
    PreconditionRequired = 428,
    TooManyRequests = 429,
    Unavailable = 503,
}
