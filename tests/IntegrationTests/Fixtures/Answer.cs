using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform.Http;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>What the API answered. <c>answer["items"]![0]!["name"]</c> looks into the body.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, JsonNode? Body, string? ETag, Uri? Location)
{
    public JsonNode? this[string member] => Body?[member];

    /// <summary>The stable code of a refusal, e.g. <c>opportunities/closed</c>.</summary>
    public string? Code => (string?)Body?["code"];

    public Guid Id => (Guid)Body!["id"]!;

    public int Version => (int)Body!["version"]!;

    /// <summary>The body as a type of the API.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Text, ApiJson.Options)!;

    /// <summary>This answer when it is a success; fails the test with the refusal otherwise.</summary>
    public Answer Ok()
    {
        Assert.True((int)Status is >= 200 and < 300, $"Refused: {(int)Status} {Text}");
        return this;
    }

    /// <summary>This answer when it was refused so; fails the test otherwise.</summary>
    public Answer Refused(HttpStatusCode status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"Expected {(int)status} {code}, not {(int)Status} {Text}");
        return this;
    }

    internal static async Task<Answer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(response.StatusCode, text, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response.Headers.ETag?.ToString(), response.Headers.Location);
    }
}
