using Crm.Client;
using Crm.Web.Activities;
using Crm.Web.Deals;
using Crm.Web.Fields;
using Crm.Web.Funnels;
using Crm.Web.Imports;
using Crm.Web.Records;
using Crm.Web;
using Crm.Web.Live;
using Crm.Web.Parts;
using Crm.Web.Sessions;
using Crm.Web.Shell;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Radzen;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
var origin = new Uri(builder.HostEnvironment.BaseAddress);

// One page, one person: everything lives as long as the page.
builder.Services.AddRadzenComponents();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<BrowserStore>();
builder.Services.AddSingleton<Preferences>();
builder.Services.AddSingleton<Toasts>();
builder.Services.AddSingleton<Session>();
builder.Services.AddSingleton(services => new SignInApi(new HttpClient { BaseAddress = origin }, services.GetRequiredService<TimeProvider>()));
builder.Services.AddSingleton(services => new Lazy<Session>(services.GetRequiredService<Session>));
builder.Services.AddSingleton(services => new HttpClient(new BearerHandler(services.GetRequiredService<Lazy<Session>>(), services.GetRequiredService<Preferences>())) { BaseAddress = origin, Timeout = Timeout.InfiniteTimeSpan });
builder.Services.AddSingleton(services => new CrmClient(services.GetRequiredService<HttpClient>()));
builder.Services.AddSingleton(services => new Lazy<CrmClient>(services.GetRequiredService<CrmClient>));
builder.Services.AddSingleton<EventStream>();
builder.Services.AddSingleton<NameBook>();
builder.Services.AddSingleton<FieldBook>();
builder.Services.AddSingleton<DealCalls>();
builder.Services.AddSingleton<FunnelCalls>();
builder.Services.AddSingleton<ImportCalls>();
builder.Services.AddSingleton<RecordSearch>();
builder.Services.AddSingleton<InboxState>();
builder.Services.AddSingleton<WorkCalls>();

await builder.Build().RunAsync();
