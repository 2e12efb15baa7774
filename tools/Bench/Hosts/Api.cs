using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Crm.Bench.Hosts;

/// <summary>The few calls by which a run sets its scene. What is measured is sent by the load process.</summary>
internal sealed class Api(Uri address) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(120) };

    public string? Token { get; set; }

    public async Task<string> SignIn(string userName, CancellationToken ct)
    {
        var answer = await Send(HttpMethod.Post, "/api/v1/auth/token", new JsonObject { ["tenant"] = "bench", ["userName"] = userName, ["password"] = "Kestrel-2026!" }, ct);
        return Token = (string)answer["accessToken"]!;
    }

    public Task<JsonNode> Get(string path, CancellationToken ct) => Send(HttpMethod.Get, path, null, ct);

    public Task<JsonNode> Post(string path, JsonObject body, CancellationToken ct, string? ifMatch = null) => Send(HttpMethod.Post, path, body, ct, ifMatch);

    public async Task<bool> IsGood(string path, string? token, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await _http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    async Task<JsonNode> Send(HttpMethod method, string path, JsonObject? body, CancellationToken ct, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await _http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }
}
