using Crm.Host;
using Crm.Host.Clustering;
using Crm.Host.Demo;
using Crm.Host.OpenApi;
using Crm.Host.Scheduling;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Modules;
using Crm.Platform.Security;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = CommandLine.Normalize(args),
    ContentRootPath = AppContext.BaseDirectory,
});
if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls("http://localhost:5080");
var options = HostSettings.From(builder.Configuration);
if (options.ApiDocumentFile is null && options.Database.Engine == Engine.Sqlite && DataFolderLock.WhyNot(options.Database.DataFolder) is { } why)
{
    await Console.Error.WriteLineAsync(why);
    return 1;
}

builder.Services.AddSingleton(options);
builder.Services.AddSingleton(options.Database);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new ModelParts(HostModules.All));
builder.Services.AddSingleton<Database>();
builder.Services.AddHostedService<SchemaStart>();
builder.AddSilo(options);
builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
builder.AddLimits();
builder.UseWebApp();
builder.AddTelemetry();
builder.AddHealth();
builder.Services.AddApiDocument();
builder.AddSchedules(options);
foreach (var module in HostModules.All) module.AddServices(builder.Services, builder.Configuration);
builder.Services.AddHostedService<DemoStart>();

var app = builder.Build();
app.UseMiddleware<FaultHandler>();
app.UseResponseHeaders();
app.UseRouting();
app.UseUnknownApi();
app.UseMiddleware<Gate>();
app.UseMiddleware<RateLimits>();
app.UseUtf8Json();

var api = app.MapGroup("/api/v1").WithMetadata(BehindGate.Instance).RefuseUnknownParameters();
foreach (var module in HostModules.All) module.MapEndpoints(api.MapGroup("").WithMetadata(new ModuleOf(module.Name)));
api.MapGroup("").WithMetadata(new ModuleOf("platform")).MapSchedules();
app.MapHealth();
app.MapApiDocument();
app.MapBenchFloor(options);
app.MapWebApp();
app.AnnounceStart(options);

if (options.ApiDocumentFile is { } file)
{
    await ApiDocument.Write(app, file);
    return 0;
}
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the real host.</summary>
public sealed partial class Program;
