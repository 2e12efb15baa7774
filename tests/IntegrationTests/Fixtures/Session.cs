using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform.Http;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>A signed-in member's way to the API. Bodies are anonymous objects or JSON text; answers are looked at as JSON.</summary>
public sealed class Session : IDisposable
{
    Session(HttpClient http, Guid memberId, string accessToken)
    {
        Http = http;
        MemberId = memberId;
        AccessToken = accessToken;
    }

    public HttpClient Http { get; }

    public Guid MemberId { get; }

    public string AccessToken { get; }

    /// <summary>Signs in over the API itself.</summary>
    public static Task<Session> SignIn(TestHost host, string tenant, string userName, string password, Guid memberId = default) =>
        SignIn(host.Anonymous(), tenant, userName, password, memberId);

    /// <summary>Signs in at any host that a client points to, e.g. one in a process of its own.</summary>
    public static async Task<Session> SignIn(HttpClient http, string tenant, string userName, string password, Guid memberId = default)
    {
        var answer = await http.PostAsJsonAsync("/api/v1/auth/token", new { tenant, userName, password }, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{userName} could not sign in: {(int)answer.StatusCode} {body}");
        var token = JsonNode.Parse(body)!["accessToken"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Session(http, memberId, token);
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object? body = null, string? ifMatch = null, string? key = null) => Send(HttpMethod.Post, path, body, ifMatch, key);

    public Task<Answer> Put(string path, object? body = null, string? ifMatch = null, string? key = null) => Send(HttpMethod.Put, path, body, ifMatch, key);

    public Task<Answer> Patch(string path, object body, string? ifMatch = null) => Send(HttpMethod.Patch, path, body, ifMatch);

    public Task<Answer> Delete(string path, string? ifMatch = null) => Send(HttpMethod.Delete, path, ifMatch: ifMatch);

    /// <param name="method">GET, POST, ...</param>
    /// <param name="path">From the root, e.g. <c>/api/v1/me</c>.</param>
    /// <param name="body">An object, written as the API writes JSON; a string is sent as it is; HttpContent likewise.</param>
    /// <param name="ifMatch">The ETag as it was answered, quotes included.</param>
    /// <param name="key">Idempotency-Key.</param>
    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, new MediaTypeHeaderValue("application/json")),
            _ => new StringContent(JsonSerializer.Serialize(body, body.GetType(), ApiJson.Options), new MediaTypeHeaderValue("application/json")),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    public void Dispose() => Http.Dispose();
}
