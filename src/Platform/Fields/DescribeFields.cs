using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Fields;

/// <summary>Tells what fields a resource has for the caller; the same two calls for every resource.</summary>
static class DescribeFields
{
    internal sealed record ResourceFieldsView
    {
        public required string Resource { get; init; }

        /// <summary>The tenant's own fields that the caller sees, in their order; their values stand in the record's <c>custom</c>.</summary>
        public required IReadOnlyList<DescribedFieldView> Fields { get; init; }

        /// <summary>Built-in members that are chosen from a pick list.</summary>
        public required IReadOnlyList<BuiltInChoice> Choices { get; init; }
    }

    internal sealed record BuiltInChoice
    {
        /// <summary>The member, or action.member of what an action takes, e.g. <c>lose.reason</c>.</summary>
        public required string Field { get; init; }

        /// <summary>Key of the pick list.</summary>
        public required string PickList { get; init; }

        /// <summary>Words that stand in no list are taken too.</summary>
        public required bool AllowsOther { get; init; }

        /// <summary>In their order, retired ones among them.</summary>
        public required IReadOnlyList<DescribedChoice> Values { get; init; }
    }

    internal static void Map(RouteGroupBuilder api, FieldResource resource)
    {
        api.MapGet($"/{resource.Name}/fields", (Caller caller, Database database, CustomFields fields, HttpContext http, CancellationToken ct) =>
                Describe(resource, caller, database, fields, http, ct))
            .WithName($"Describe{resource.Record}Fields").WithTags("CustomFields")
            .WithSummary($"The custom fields of {resource.Name} that the caller sees, with their choices, and the choices of built-in fields.")
            .Requires(resource.Read).Answers<ResourceFieldsView>();
        api.MapGet($"/{resource.Name}/schema", (Caller caller, Database database, CustomFields fields, HttpContext http, CancellationToken ct) =>
                Schema(resource, caller, database, fields, http, ct))
            .WithName($"Get{resource.Record}Schema").WithTags("CustomFields")
            .WithSummary($"JSON schema (2020-12) of {resource.Name} in this tenant: the members of this document, and custom as the caller sees it.")
            .Requires(resource.Read).Answers<IReadOnlyDictionary<string, JsonElement>>();
    }

    static async Task<IResult> Describe(FieldResource resource, Caller caller, Database database, CustomFields fields, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var shown = await fields.For(db, caller, resource.Name, ct);
        Outcome<ResourceFieldsView> outcome = new ResourceFieldsView
        {
            Resource = resource.Name,
            Fields = [.. shown.Shown.Select(field => DescribedFieldView.Of(field.Field, field.Writable, caller.Language))],
            Choices =
            [
                .. from choice in resource.Choices ?? new Dictionary<string, string>()
                let list = shown.List(choice.Value)
                where list is not null
                select new BuiltInChoice { Field = choice.Key, PickList = list.Key, AllowsOther = list.AllowsOther, Values = DescribedChoice.Of(list, caller.Language) },
            ],
        };
        return outcome.ToOk(http);
    }

    static async Task<IResult> Schema(FieldResource resource, Caller caller, Database database, CustomFields fields, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var shown = await fields.For(db, caller, resource.Name, ct);
        var members = new JsonObject();
        foreach (var (field, writable) in shown.Shown) members[field.Key] = DescribedFieldView.Schema(field, writable, caller.Language);
        Outcome<Dictionary<string, JsonElement>> outcome = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["allOf"] = new JsonArray(
                new JsonObject { ["$ref"] = $"/openapi/v1.json#/components/schemas/{resource.Schema}" },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["custom"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = members } },
                }),
        }.ToDictionary(member => member.Key, member => JsonSerializer.SerializeToElement(member.Value));
        return outcome.ToOk(http);
    }
}
