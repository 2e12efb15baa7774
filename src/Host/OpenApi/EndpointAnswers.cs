using System.Globalization;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>Every refusal is one problem document; those an operation is known for are listed, the rest is <c>default</c>. A versioned answer has its ETag.</summary>
sealed class EndpointAnswers : IOperationProcessor
{
    const string ProblemJson = "application/problem+json";

    static readonly Dictionary<int, string> Words = new()
    {
        [400] = "The request is not valid; errors names the fields.",
        [401] = "Credentials are missing, wrong or expired.",
        [403] = "The member's roles do not include the right.",
        [404] = "There is no such record, or the member may not see it.",
        [409] = "In conflict with the present state.",
        [412] = "The record has changed since it was read.",
        [413] = "The body is larger than this call takes.",
        [415] = "Unsupported content type.",
        [422] = "Cannot be done as asked.",
        [428] = "If-Match is missing.",
        [429] = "Too many requests; Retry-After says when to try again.",
        [503] = "A needed part is down; try again.",
    };

    public bool Process(OperationProcessorContext context)
    {
        var operation = context.OperationDescription.Operation;
        var problem = context.SchemaGenerator.GenerateWithReferenceAndNullability<JsonSchema>(
            Namotion.Reflection.ContextualTypeExtensions.ToContextualType(typeof(Problem)), context.SchemaResolver);
        foreach (var (status, response) in operation.Responses.ToList())
        {
            if (int.TryParse(status, CultureInfo.InvariantCulture, out var number) && number >= 400)
                operation.Responses[status] = Refusal(problem, Words.GetValueOrDefault(number, "Refused."));
            else
                Succeed(number, response);
        }

        operation.Responses["default"] = Refusal(problem,
            "Refused: 400 not valid, 401 not signed in, 403 not permitted, 413 too large, 429 too many requests, 500 a fault of ours, 503 not available now.");
        return true;
    }

    static OpenApiResponse Refusal(JsonSchema problem, string words) => new()
    {
        Description = words,
        Content = { [ProblemJson] = new OpenApiMediaType { Schema = problem } },
    };

    static void Succeed(int status, OpenApiResponse response)
    {
        if (string.IsNullOrEmpty(response.Description))
        {
            response.Description = status switch
            {
                201 => "Created.",
                202 => "Accepted: a job does it.",
                204 => "Done; there is nothing to say.",
                _ => "The answer.",
            };
        }

        var body = response.Content.Values.FirstOrDefault()?.Schema?.ActualSchema;
        if (body is not null && body.ActualProperties.ContainsKey("version") && body.ActualProperties.ContainsKey("id"))
            response.Headers["ETag"] = new OpenApiHeader { Description = "The version, for If-Match.", Schema = new JsonSchema { Type = JsonObjectType.String } };
        if (status is 201 or 202)
            response.Headers["Location"] = new OpenApiHeader { Description = "Where it is found.", Schema = new JsonSchema { Type = JsonObjectType.String } };
    }
}
