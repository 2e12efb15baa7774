namespace Crm.Platform;

/// <summary>An expected refusal: a value from the domain up, mapped once to RFC 9457 problem details.</summary>
/// <param name="Kind">The sort of refusal; decides the HTTP status.</param>
/// <param name="Code">Stable code that programs rely on, e.g. <c>leads/already-converted</c>.</param>
/// <param name="Detail">One sentence that says what is wrong and how to mend it.</param>
/// <param name="Errors">The offending fields (camelCase path) with what is wrong in each.</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    string Detail,
    IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>Further members of the problem document, e.g. the ids a conflict is about.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The same about a part of a larger body: its fields are named from the body's root on.</summary>
    public Refusal Under(string part) =>
        Errors is null ? this : this with { Errors = Errors.ToDictionary(error => $"{part}.{error.Key}", error => error.Value) };

    public static Refusal BadRequest(string code, string detail) => new(RefusalKind.BadRequest, code, detail);

    /// <summary>One field is wrong: answered as 400 with the field named.</summary>
    public static Refusal Field(string field, string code, string detail) =>
        new(RefusalKind.BadRequest, code, detail, new Dictionary<string, string[]> { [field] = [detail] });

    /// <summary>Several fields are wrong at once: answered as 400 with each named.</summary>
    public static Refusal Fields(string code, IReadOnlyDictionary<string, string[]> errors) =>
        new(RefusalKind.BadRequest, code, "One or more fields are not valid.", errors);

    public static Refusal Unauthorized(string code, string detail) => new(RefusalKind.Unauthorized, code, detail);

    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    public static Refusal NotFound(string code, string detail) => new(RefusalKind.NotFound, code, detail);

    public static Refusal Conflict(string code, string detail) => new(RefusalKind.Conflict, code, detail);

    public static Refusal Unprocessable(string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        new(RefusalKind.Unprocessable, code, detail, errors);

    public static Refusal Unavailable(string code, string detail) => new(RefusalKind.Unavailable, code, detail);

    /// <summary>The version in If-Match is not the current one.</summary>
    public static Refusal Stale() =>
        new(RefusalKind.Stale, "request/stale-version", "The record has changed since you read it. Read it again and repeat the change.");

    public static Refusal VersionRequired() =>
        new(RefusalKind.PreconditionRequired, "request/version-required", "Send the version you read in If-Match.");
}
