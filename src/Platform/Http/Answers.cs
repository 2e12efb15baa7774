using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Http;

/// <summary>Outcome to HTTP answer: one success status per route.</summary>
public static class Answers
{
    public static IResult ToOk<T>(this Outcome<T> outcome, HttpContext http)
    {
        if (outcome.Refused(out var refusal)) return refusal.ToProblem();
        TagVersion(http, outcome.Value);
        return TypedResults.Ok(outcome.Value);
    }

    /// <summary>201 with <c>Location</c>: the collection's path and the new id.</summary>
    public static IResult ToCreated<T>(this Outcome<T> outcome, HttpContext http)
        where T : IVersioned
    {
        if (outcome.Refused(out var refusal)) return refusal.ToProblem();
        TagVersion(http, outcome.Value);
        return TypedResults.Created($"{http.Request.Path}/{outcome.Value.Id}", outcome.Value);
    }

    public static IResult ToNoContent<T>(this Outcome<T> outcome) =>
        outcome.Refused(out var refusal) ? refusal.ToProblem() : TypedResults.NoContent();

    public static IResult ToAccepted<T>(this Outcome<T> outcome, string location) =>
        outcome.Refused(out var refusal) ? refusal.ToProblem() : TypedResults.Accepted(location, outcome.Value);

    static void TagVersion<T>(HttpContext http, T value)
    {
        if (value is IVersioned versioned)
            http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{versioned.Version}\"");
    }
}
