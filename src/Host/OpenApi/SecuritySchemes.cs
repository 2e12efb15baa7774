using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace Crm.Host.OpenApi;

/// <summary>The two ways to say who one is.</summary>
sealed class SecuritySchemes : IDocumentProcessor
{
    public const string Bearer = "bearer";
    public const string ApiKey = "apiKey";

    public void Process(DocumentProcessorContext context)
    {
        context.Document.SecurityDefinitions[Bearer] = new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The accessToken of POST /api/v1/auth/token.",
        };
        context.Document.SecurityDefinitions[ApiKey] = new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Header,
            Name = "X-Api-Key",
            Description = "For programs: acts as a named member, with that member's data scope.",
        };
    }
}
