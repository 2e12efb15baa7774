using System.Globalization;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// Makes a request that an operation has to accept, from its document: ids of fresh records in the path, their version in If-Match, the
/// members that a body requires. What no document can say (a state to be in, a stage to go to) is in <see cref="Recipes"/>.
/// </summary>
sealed class ValidRequests(Scene scene)
{
    const string Amount = "1234.5";

    public async Task<WalkRequest> To(ApiOperation operation)
    {
        var request = new WalkRequest(operation);
        foreach (var parameter in operation.InPath)
        {
            if (parameter.Schema.IsId)
            {
                var made = await scene.New(Resources.OfParameter(operation.Path, parameter.Name));
                request.Path[parameter.Name] = made.Id.ToString();
                if (made.ETag is not null) request.Headers["If-Match"] = made.ETag;
            }
            else
            {
                request.Path[parameter.Name] = parameter.Schema.Enum is [var first, ..] ? first : scene.Word();
            }
        }
        if (operation.NeedsIfMatch) request.Headers.TryAdd("If-Match", "*");
        else request.Headers.Remove("If-Match");
        foreach (var parameter in operation.InQuery.Where(parameter => parameter.IsRequired))
            request.Query.Add((parameter.Name, await Text(operation, parameter.Name, parameter.Schema)));
        if (operation.Body is { } body)
        {
            request.ContentType = operation.BodyTypes[0];
            request.Body = await Value(operation, "", body, required: true);
            if (operation.Method == HttpMethod.Patch) Touch(body, request.Body.AsObject());
        }
        if (Recipes.For.TryGetValue(operation.Id, out var recipe)) await recipe(scene, request);
        else if (operation.Id.StartsWith("Restore", StringComparison.Ordinal)) await Archive(request);
        return request;
    }

    /// <summary>A request of the right shape about records that nobody has: the gate judges it, and whatever it lets through changes little.</summary>
    public WalkRequest Shaped(ApiOperation operation)
    {
        var request = new WalkRequest(operation);
        foreach (var parameter in operation.InPath)
            request.Path[parameter.Name] = parameter.Schema.IsId ? Guid.NewGuid().ToString() : (parameter.Schema.Enum is [var first, ..] ? first : scene.Word());
        if (operation.NeedsIfMatch) request.Headers["If-Match"] = "\"1\"";
        if (operation.Body is not null)
        {
            request.ContentType = operation.BodyTypes[0];
            request.Body = new JsonObject();
        }
        return request;
    }

    /// <summary>The body with every member that its schema has, ids of this scene in it; what arrays hold stands once.</summary>
    public async Task<JsonNode> Full(ApiOperation operation) => await Value(operation, "", operation.Body!, required: false);

    /// <summary>Brings the record of the request into a state by another operation on it, and takes its new version.</summary>
    public async Task After(WalkRequest request, HttpMethod method, string verb, object? body = null)
    {
        var path = request.Operation.Path;
        var record = path[..(path.IndexOf('}', StringComparison.Ordinal) + 1)].Replace("{id}", request.Path["id"], StringComparison.Ordinal);
        var done = await scene.Maker.Send(method, record + verb, body, request.Headers.GetValueOrDefault("If-Match"));
        Assert.True((int)done.Status < 300, $"{request.Operation}: {method} {record}{verb} should prepare it and was refused: {done.Text}");
        if (done.ETag is not null) request.Headers["If-Match"] = done.ETag;
    }

    Task Archive(WalkRequest request) => After(request, HttpMethod.Delete, "");

    // A merge patch requires nothing, and one that says nothing proves nothing.
    static void Touch(ApiSchema body, JsonObject patch)
    {
        if (patch.Count > 0) return;
        foreach (var name in new[] { "name", "displayName", "subject", "title" }.Where(body.Properties.ContainsKey)) patch[name] = "Edited by the walk";
    }

    async Task<JsonNode> Value(ApiOperation operation, string name, ApiSchema schema, bool required)
    {
        if (schema.Properties is { Count: > 0 } properties)
        {
            // An amount means nothing without its currency, though neither is required by the document.
            var whole = properties.ContainsKey("amount") && properties.ContainsKey("currency") && properties.Count == 2;
            var value = new JsonObject();
            foreach (var (member, of) in properties.Where(property => whole || !required || schema.Required.Contains(property.Key)))
                value[member] = await Value(operation, member, of, required);
            return value;
        }
        return schema switch
        {
            { IsId: true } => (await Id(operation, name)).ToString(),
            { Type: "array" } => new JsonArray(name == "roles" ? "salesperson" : await Value(operation, name, schema.Items!, required)),
            { Type: "integer" } => 1,
            { Type: "number" } => JsonNode.Parse(name == "probability" ? "0.5" : Amount)!,
            { Type: "boolean" } => false,
            { Type: "object" } => new JsonObject(),
            _ => await Text(operation, name, schema),
        };
    }

    async Task<Guid> Id(ApiOperation operation, string field)
    {
        var resource = Resources.OfField(operation, field);
        // Every department has a parent, so the first of them is not made by the scene.
        return field == "parentId" && resource == "departments" ? await scene.RootDepartment() : (await scene.Any(resource)).Id;
    }

    async Task<string> Text(ApiOperation operation, string name, ApiSchema schema) => schema switch
    {
        { IsId: true } => (await Id(operation, name)).ToString(),
        { Enum: [var first, ..] } => first,
        { Format: "date" } => "2027-03-31",
        { Format: "date-time" } => "2026-01-05T08:00:00Z",
        { Type: "integer" } => "1",
        { Type: "boolean" } => "true",
        { Type: "number" } => Amount,
        _ => Words(name),
    };

    string Words(string name) => name switch
    {
        "key" => scene.Word(),
        "recordKind" => "Opportunity",
        "from" => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "currency" or "baseCurrency" => "CNY",
        "language" => "en",
        "timeZone" => "Asia/Shanghai",
        "tenant" => scene.Tenant.Slug,
        "userName" => $"u{scene.Word()}",
        "password" or "currentPassword" or "newPassword" => TestTenant.Password,
        "email" => $"{scene.Mark}@example.com",
        "mobile" => "13800138000",
        "website" => "https://example.com",
        "uscc" => "91330106MA28XXCU3P",
        "code" => scene.Word(),
        "toStage" => "Discover",
        "stage" => "Qualify",
        "methodId" => "project-selling",
        "unit" => "piece",
        "accountNumber" => scene.Word(),
        "encoding" => "utf-8",
        "delimiter" => ",",
        "externalSource" or "source" => "erp",
        _ => scene.Text(name),
    };
}
