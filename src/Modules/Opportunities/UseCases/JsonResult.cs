using Microsoft.AspNetCore.Http;

namespace Crm.Opportunities.UseCases;

/// <summary>A body that was serialised before.</summary>
internal sealed class JsonResult(byte[] json) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        return httpContext.Response.BodyWriter.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
