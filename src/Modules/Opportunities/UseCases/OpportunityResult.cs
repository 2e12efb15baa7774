using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Crm.Opportunities.UseCases;

/// <summary>A view that was serialised before: its bytes go out as they are.</summary>
internal sealed class OpportunityResult(byte[] json, string etag, string? location = null) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    public static OpportunityResult Created(HttpContext http, Guid id, int version, byte[] json) =>
        new(json, string.Create(CultureInfo.InvariantCulture, $"\"{version}\""), $"{http.Request.Path}/{id}");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode!.Value;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        response.Headers.ETag = etag;
        if (location is not null) response.Headers.Location = location;
        return response.BodyWriter.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
