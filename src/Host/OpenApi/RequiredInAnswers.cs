using NJsonSchema;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>
/// The API writes every member of an answer, so a schema that only answers use says so: a client then reads <c>customer.Name</c> without
/// asking whether it was sent. Schemas that requests use keep what the request type requires.
/// </summary>
sealed class RequiredInAnswers : IDocumentProcessor
{
    public void Process(DocumentProcessorContext context)
    {
        var sent = new HashSet<JsonSchema>();
        var answered = new HashSet<JsonSchema>();
        foreach (var operation in context.Document.Operations.Select(o => o.Operation))
        {
            foreach (var media in operation.RequestBody?.Content.Values ?? [])
                Reach(media.Schema, sent);
            foreach (var media in operation.Responses.Values.SelectMany(r => r.Content.Values))
                Reach(media.Schema, answered);
        }

        foreach (var property in answered.Except(sent).SelectMany(schema => schema.Properties.Values))
            property.IsRequired = true;
    }

    static void Reach(JsonSchema? schema, HashSet<JsonSchema> reached)
    {
        if (schema is null || !reached.Add(schema))
            return;
        Reach(schema.Reference, reached);
        Reach(schema.Item, reached);
        Reach(schema.AdditionalPropertiesSchema, reached);
        foreach (var part in schema.Properties.Values.Concat(schema.OneOf).Concat(schema.AllOf).Concat(schema.AnyOf))
            Reach(part, reached);
    }
}
