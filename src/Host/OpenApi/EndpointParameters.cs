using Crm.Platform.Http;
using Crm.Platform.Lists;
using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>What a caller may send beside the body and no handler signature shows: list filters, If-Match, Idempotency-Key.</summary>
sealed class EndpointParameters : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        if (context is not AspNetCoreOperationProcessorContext endpoint)
            return true;
        var metadata = endpoint.ApiDescription.ActionDescriptor.EndpointMetadata;
        var parameters = context.OperationDescription.Operation.Parameters;
        foreach (var parameter in metadata.OfType<IListSpec>().SelectMany(spec => spec.Parameters))
            parameters.Add(Query(context, parameter));
        if (metadata.OfType<NeedsIfMatch>().Any())
        {
            parameters.Add(Header("If-Match", "ifMatch", true,
                "The version that was read, as it stood in ETag, e.g. \"3\". 412 when the record has changed since, 428 when missing."));
        }

        if (metadata.OfType<TakesIdempotencyKey>().Any())
        {
            parameters.Add(Header("Idempotency-Key", "idempotencyKey", false,
                "1 to 200 visible characters that name this call: repeating it with the same key and body answers what the first call answered and does nothing twice."));
        }

        foreach (var parameter in parameters)
            parameter.Position = null;
        return true;
    }

    static OpenApiParameter Query(OperationProcessorContext context, ListParameter parameter)
    {
        var query = context.DocumentGenerator.CreatePrimitiveParameter(parameter.Name, parameter.Description, Nullable(parameter.Type).ToContextualType());
        query.Kind = OpenApiParameterKind.Query;
        query.IsRequired = false;
        query.OriginalName = CamelCase(parameter.Name);
        return query;
    }

    static Type Nullable(Type type) => type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    static OpenApiParameter Header(string name, string inCode, bool required, string description) => new()
    {
        Name = name,
        OriginalName = inCode,
        Kind = OpenApiParameterKind.Header,
        IsRequired = required,
        Description = description,
        Schema = new JsonSchema { Type = JsonObjectType.String, MaxLength = 200 },
    };

    // amount[gte] reads amountGte in a generated client.
    static string CamelCase(string name) =>
        name.Split('[') is [var field, var op] ? field + char.ToUpperInvariant(op[0]) + op[1..].TrimEnd(']') : name;
}
