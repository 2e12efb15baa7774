using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>The API as the running host's own document tells it. Walks go by it, so that an operation is walked from the day it is served.</summary>
sealed class ApiSurface
{
    static readonly string[] Verbs = ["get", "put", "post", "patch", "delete"];

    ApiSurface(JsonNode document) => Operations =
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(operation => Verbs.Contains(operation.Key))
            .Select(operation => new ApiOperation(document, path.Key, operation.Key, operation.Value!.AsObject()))),
    ];

    public IReadOnlyList<ApiOperation> Operations { get; }

    public IEnumerable<ApiOperation> Lists => Operations.Where(operation => operation.IsList);

    public static async Task<ApiSurface> Of(TestHost host)
    {
        using var http = host.Anonymous();
        return new ApiSurface(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!);
    }

    public ApiOperation? Find(HttpMethod method, string path) =>
        Operations.SingleOrDefault(operation => operation.Method == method && operation.Path == path);
}
