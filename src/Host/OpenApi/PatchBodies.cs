using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>
/// The body of a PATCH is a merge patch: each member may be left out, which keeps it, or be null, which clears it. So it has a schema of
/// its own, <c>CustomerEditPatch</c>, beside the full one.
/// </summary>
sealed class PatchBodies : IDocumentProcessor
{
    public void Process(DocumentProcessorContext context)
    {
        foreach (var operation in context.Document.Operations.Where(o => o.Method == OpenApiOperationMethod.Patch))
        {
            if (operation.Operation.RequestBody is not { } body)
                continue;
            var patch = PatchOf(context.Document, body.Content.Values.First().Schema);
            body.Content.Clear();
            body.Content["application/merge-patch+json"] = new OpenApiMediaType { Schema = new JsonSchema { Reference = patch } };
        }
    }

    static JsonSchema PatchOf(OpenApiDocument document, JsonSchema full)
    {
        var whole = full.ActualSchema;
        var name = document.Components.Schemas.First(s => s.Value == whole).Key + "Patch";
        if (document.Components.Schemas.TryGetValue(name, out var known))
            return known;
        var patch = new JsonSchema
        {
            Type = JsonObjectType.Object,
            Description = "A merge patch: what is left out stays, null clears.",
            AllowAdditionalProperties = false,
        };
        foreach (var (property, schema) in whole.ActualProperties)
        {
            var copy = schema.ActualTypeSchema;
            // A map that may be left out stays a map: a class made of it would be a class of nothing.
            if (copy is JsonSchemaProperty { IsRequired: false, Type: JsonObjectType.Object, AdditionalPropertiesSchema: { } values, ActualProperties.Count: 0 })
            {
                patch.Properties[property] = new JsonSchemaProperty { Type = JsonObjectType.Object, AdditionalPropertiesSchema = values, IsNullableRaw = true, Description = schema.Description };
                continue;
            }
            patch.Properties[property] = copy.Type.HasFlag(JsonObjectType.Object) || copy.IsEnumeration
                ? new JsonSchemaProperty { IsNullableRaw = true, OneOf = { new JsonSchema { Reference = copy } }, Description = schema.Description }
                : new JsonSchemaProperty
                {
                    Type = copy.Type,
                    Format = copy.Format,
                    MaxLength = copy.MaxLength,
                    Pattern = copy.Pattern,
                    Item = copy.Item,
                    IsNullableRaw = true,
                    Description = schema.Description,
                };
        }

        document.Components.Schemas[name] = patch;
        return patch;
    }
}
