using System.Collections.Concurrent;
using Crm.Platform;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;
using NSwag.Generation;

namespace Crm.Host.OpenApi;

/// <summary>
/// The API document, made from the endpoints as they are mapped. <c>/openapi/v1.json</c> serves it; <c>--openapi FILE</c> writes it without
/// starting anything, for the committed copy and the clients generated from it.
/// </summary>
static class ApiDocument
{
    public const string Route = "/openapi/v1.json";
    const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, WireParameters>());
        services.AddOpenApiDocument(document =>
        {
            document.DocumentName = Name;
            document.Title = "Crm";
            document.Version = Name;
            document.Description = """
                Sales by process: opportunities, their history and the live funnel. Sign in with `POST /api/v1/auth/token` and send the token as
                `Authorization: Bearer`; programs may send `X-Api-Key` instead. A change needs the version it was read at in `If-Match`; a POST that
                creates takes an `Idempotency-Key`. Every refusal is a problem document with a stable `code`. Bodies are at most 1 MB (imports and
                uploads 100 MB), lists at most 200 rows a page.
                """;
            document.SchemaSettings = new SystemTextJsonSchemaGeneratorSettings
            {
                SerializerOptions = ApiJson.Options,
                SchemaType = SchemaType.OpenApi3,
                SchemaNameGenerator = new SchemaNames(),
                DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
                AllowReferencesWithProperties = true,
                TypeMappers =
                {
                    new PrimitiveTypeMapper(typeof(Currency), schema =>
                    {
                        schema.Type = JsonObjectType.String;
                        schema.Pattern = "^[A-Z]{3}$";
                    }),
                },
            };
            document.OperationProcessors.Add(new EndpointWords());
            document.OperationProcessors.Add(new EndpointParameters());
            document.OperationProcessors.Add(new EndpointAnswers());
            document.DocumentProcessors.Add(new SecuritySchemes());
            document.DocumentProcessors.Add(new PatchBodies());
            document.DocumentProcessors.Add(new RequiredInAnswers());
            document.DocumentProcessors.Add(new Examples());
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        var made = new ConcurrentDictionary<string, Lazy<Task<string>>>();
        app.MapGet(Route, async (IServiceProvider services) => Results.Text(
            await made.GetOrAdd(Name, _ => new(() => Generate(services))).Value, "application/json")).ExcludeFromDescription();
    }

    /// <summary>Writes the document of an application that is built and not started.</summary>
    public static async Task Write(WebApplication app, string file)
    {
        // Endpoints become known to the explorer when the pipeline is built, which otherwise happens at start.
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await File.WriteAllTextAsync(file, await Generate(app.Services));
    }

    static async Task<string> Generate(IServiceProvider services)
    {
        var document = await services.GetRequiredService<IOpenApiDocumentGenerator>().GenerateAsync(Name);
        document.Servers.Clear();
        document.Generator = null;
        return document.ToJson().ReplaceLineEndings("\n") + "\n";
    }
}
