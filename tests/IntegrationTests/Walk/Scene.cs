using System.Globalization;
using System.Net.Http.Headers;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform;
using Crm.Platform.Events;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// A tenant and one of its members who makes records, each with the scene's mark in its texts, so that whoever should not see them
/// can be shown to have seen nothing. A record is made by the API's own <c>POST</c> to its resource.
/// </summary>
sealed class Scene
{
    static readonly string[] Others = ["import-files", "jobs", "events/parked", "planning-rates", "notifications"];

    readonly Dictionary<string, Made> _kept = [];
    readonly List<Made> _all = [];
    int _texts;
    Guid? _root;

    public Scene(ApiSurface surface, TestTenant tenant, Session maker)
    {
        Surface = surface;
        Tenant = tenant;
        Maker = maker;
        Requests = new ValidRequests(this);
    }

    public ApiSurface Surface { get; }

    public TestTenant Tenant { get; }

    public Session Maker { get; }

    /// <summary>Stands in every text that this scene writes and in no other's.</summary>
    public string Mark { get; } = $"mark{Guid.CreateVersion7():n}"[..20] + Guid.NewGuid().ToString("n")[..6];

    public ValidRequests Requests { get; }

    public IReadOnlyList<Made> All => _all;

    public static async Task<Scene> In(TestTenant tenant) => new(await ApiSurface.Of(tenant.Host), tenant, tenant.Admin);

    /// <summary>Every resource that a path or a field can name gets a record.</summary>
    public async Task Fill()
    {
        foreach (var resource in Resources.Named(Surface)) await Any(resource);
    }

    /// <summary>A text that no other record has.</summary>
    public string Text(string about) => $"{Mark} {about} {Interlocked.Increment(ref _texts)}";

    /// <summary>A short word that no other record has.</summary>
    public string Word() => $"{Mark[^10..]}{Interlocked.Increment(ref _texts)}";

    /// <summary>The scene's record of the resource, made when first asked for.</summary>
    public async Task<Made> Any(string resource) => _kept.TryGetValue(resource, out var kept) ? kept : _kept[resource] = await New(resource);

    /// <summary>Whether more records of the resource can be made than are there: nobody makes a line of the audit.</summary>
    public bool CanMake(string resource) => Others.Contains(resource) || Surface.Find(HttpMethod.Post, $"/api/v1/{resource}") is not null;

    /// <summary>A record of the resource that nothing else uses.</summary>
    public async Task<Made> New(string resource)
    {
        var made = resource switch
        {
            "import-files" => await NewImportFile(),
            "jobs" => await NewJob(),
            "events/parked" => await NewParkedEvent(),
            "planning-rates" => await NewPlanningRate(),
            "notifications" => await NewNotification(),
            _ => await Post(resource),
        };
        _all.Add(made);
        return made;
    }

    /// <summary>The department that every tenant begins with.</summary>
    public async Task<Guid> RootDepartment() =>
        _root ??= (Guid)(await Tenant.Admin.Get("/api/v1/departments?parentId[empty]=true")).Ok()["items"]![0]!["id"]!;

    async Task<Made> Post(string resource)
    {
        var create = Surface.Operations.SingleOrDefault(operation => operation.Method == HttpMethod.Post && Resources.Of(operation.Path) == resource);
        Assert.True(create is not null, $"The walk cannot make a record of '{resource}': no POST /api/v1/{resource} in the document. Say in Walk/Scene.cs how one comes to be.");
        var answer = await Maker.Send(await Requests.To(create));
        Assert.True((int)answer.Status == create.Success, Recipes.Missing(create, answer));
        return new Made(resource, answer.Id, answer.ETag, answer);
    }

    async Task<Made> NewImportFile()
    {
        using var csv = Csv("name\n" + Text("customer"));
        var answer = (await Maker.Post($"/api/v1/import-files?fileName={Uri.EscapeDataString(Text("file"))}.csv", csv)).Ok();
        return new Made("import-files", answer.Id, null, answer);
    }

    async Task<Made> NewJob()
    {
        using var csv = Csv("name\n" + Text("imported"));
        var job = (await Maker.Post("/api/v1/customers/import", csv)).Ok();
        var ended = await Eventually.Get(
            async () => (await Maker.Get($"/api/v1/jobs/{job.Id}")).Ok(), answer => answer["finishedAt"] is not null, "the import has ended");
        return new Made("jobs", job.Id, null, ended);
    }

    async Task<Made> NewParkedEvent()
    {
        var record = (await Any("opportunities")).Id;
        var row = new DeliveryRow
        {
            Id = Guid.CreateVersion7(),
            TenantId = Tenant.Id,
            Reaction = "walk",
            EventId = Guid.CreateVersion7(),
            Name = "walk.happened.v1",
            RecordId = record,
            Payload = "{}",
            Error = Text("error"),
        };
        await Tenant.Write<Guid>((db, _) =>
        {
            row.At = row.NextTryAt = db.UtcNow();
            row.ParkedAt = row.At;
            db.Add(row);
            return Task.FromResult(Outcome<Guid>.Of(row.Id));
        });
        return new Made("events/parked", row.Id, null, null);
    }

    async Task<Made> NewPlanningRate()
    {
        var from = new DateOnly(2001, 1, 1).AddDays(Interlocked.Increment(ref _texts)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await Tenant.Admin.Put("/api/v1/planning-rates", new { rates = new[] { new { currency = "JPY", from, rate = 0.05m, source = Text("source") } } })).Ok();
        var rate = (await Tenant.Admin.Get($"/api/v1/planning-rates?currency=JPY&from={from}")).Ok()["items"]![0]!;
        return new Made("planning-rates", (Guid)rate["id"]!, $"\"{(int)rate["version"]!}\"", null);
    }

    /// <summary>Somebody of a department that nothing else is of gives the maker a task, of which the maker is told.</summary>
    async Task<Made> NewNotification()
    {
        using var giver = await Tenant.As(BuiltInRoles.SalesOperations, "Elsewhere");
        (await giver.Post("/api/v1/tasks", new { task = new { title = Text("task"), assigneeIds = new[] { Maker.MemberId } } })).Ok();
        return new Made("notifications", (Guid)(await Maker.Get("/api/v1/notifications?limit=1")).Ok()["items"]![0]!["id"]!, null, null);
    }

    static StringContent Csv(string text) => new(text, new MediaTypeHeaderValue("text/csv"));
}
