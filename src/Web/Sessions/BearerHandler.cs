using System.Net;
using System.Net.Http.Headers;
using Crm.Web.Text;

namespace Crm.Web.Sessions;

/// <summary>
/// Sends the member's token with every call, and the language that is shown, so that names of stages and methods come in it. A refused
/// token is traded in once and the call sent again.
/// </summary>
internal sealed class BearerHandler(Lazy<Session> session, Preferences preferences) : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.AcceptLanguage.Clear();
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(preferences.Texts.Language.Tag()));
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
