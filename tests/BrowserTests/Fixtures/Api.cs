using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Crm.BrowserTests.Fixtures;

/// <summary>Another client of the same API: what a colleague or a program does while somebody looks at a page.</summary>
public sealed class Api : IDisposable
{
    readonly HttpClient _http;

    Api(HttpClient http, JsonNode tokens)
    {
        _http = http;
        Tokens = tokens;
    }

    /// <summary>The answer to the sign-in.</summary>
    public JsonNode Tokens { get; }

    public static async Task<Api> SignIn(RunningHost host, string tenant, string userName, string password)
    {
        var http = new HttpClient { BaseAddress = host.Address };
        var tokens = await Read(await http.PostAsJsonAsync("api/v1/auth/token", new { tenant, userName, password }, TestContext.Current.CancellationToken));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["accessToken"]!);
        return new Api(http, tokens);
    }

    public async Task<JsonNode> Get(string path) => await Read(await _http.GetAsync("api/v1/" + path, TestContext.Current.CancellationToken));

    public async Task<JsonNode> Post(string path, object body, int? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/" + path) { Content = JsonContent.Create(body) };
        if (version is { } known) request.Headers.TryAddWithoutValidation("If-Match", $"\"{known}\"");
        return await Read(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Whatever version is there.</summary>
    public async Task<JsonNode> Put(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/" + path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await Read(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public async Task<JsonNode> Patch(string path, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "api/v1/" + path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await Read(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();

    static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
