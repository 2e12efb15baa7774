using Crm.Platform.Modules;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>What an endpoint says of itself: summary, right, whether it is open to anyone, and the tag it is found under.</summary>
sealed class EndpointWords : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        if (context is not AspNetCoreOperationProcessorContext endpoint)
            return true;
        var metadata = endpoint.ApiDescription.ActionDescriptor.EndpointMetadata;
        var operation = context.OperationDescription.Operation;
        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName
            ?? throw new InvalidOperationException($"{context.OperationDescription.Method} {context.OperationDescription.Path} has no name (WithName).");
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary ?? operation.Summary;
        operation.Description = metadata.OfType<IEndpointDescriptionMetadata>().LastOrDefault()?.Description ?? operation.Description;
        operation.Tags = [metadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags[0] ?? TagOf(context.OperationDescription.Path)];

        if (metadata.OfType<ModuleOf>().LastOrDefault() is { } module)
            operation.ExtensionData = new Dictionary<string, object?> { ["x-module"] = module.Name };

        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
            return true;
        }

        operation.Security =
        [
            new OpenApiSecurityRequirement { [SecuritySchemes.Bearer] = [] },
            new OpenApiSecurityRequirement { [SecuritySchemes.ApiKey] = [] },
        ];
        string[] rights = [.. metadata.OfType<RequiredPermission>().Select(needed => needed.Permission.ToString())];
        if (rights.Length > 0)
        {
            (operation.ExtensionData ??= new Dictionary<string, object?>())["x-permissions"] = rights;
            operation.Description = $"{operation.Description}\n\nNeeds the right {string.Join(" and ", rights.Select(right => $"`{right}`"))}.".Trim();
        }

        return true;
    }

    // /api/v1/opportunity-types/{id} is found under OpportunityTypes.
    static string TagOf(string path) => string.Concat((path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, _, var resource, ..] ? resource : "system")
        .Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
