using System.Net;
using System.Net.Http.Headers;

namespace Crm.Web.Sessions;

/// <summary>Sends the member's token with every call. A refused token is traded in once and the call sent again.</summary>
internal sealed class BearerHandler(Lazy<Session> session) : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var access = await session.Value.Access(null, cancellationToken);
        request.Headers.Authorization = access is null ? null : new AuthenticationHeaderValue("Bearer", access);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || access is null || request.Content is StreamContent or MultipartContent) return response;

        var fresh = await session.Value.Access(access, cancellationToken);
        if (fresh is null) return response;
        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", fresh);
        return await base.SendAsync(request, cancellationToken);
    }
}
