using System.Text;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// What no document says of a valid request, by operation. A new operation needs none as long as its path's ids name records that a POST
/// makes and the members that its body requires are enough.
/// </summary>
static class Recipes
{
    /// <summary>A picture of one pixel.</summary>
    static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public delegate Task Recipe(Scene scene, WalkRequest request);

    public static readonly IReadOnlyDictionary<string, Recipe> For = new Dictionary<string, Recipe>(StringComparer.Ordinal)
    {
        ["UploadImportFile"] = Csv,
        ["UploadFile"] = async (scene, request) =>
        {
            request.Query.Add(("fileName", scene.Text("file") + ".csv"));
            await Csv(scene, request);
        },
        ["AddFileVersion"] = Csv,
        ["RestoreFileVersion"] = async (scene, request) =>
        {
            using var csv = new StringContent($"name\n{scene.Text("customer")}\n", new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));
            request.Headers["If-Match"] = (await scene.Maker.Post($"/api/v1/files/{request.Path["id"]}/versions", csv)).Ok().ETag!;
            request.Path["no"] = "1";
        },
        ["UpdateFile"] = (scene, request) =>
        {
            request.Body!["name"] = scene.Text("renamed") + ".csv";
            return Task.CompletedTask;
        },
        ["GetFilePreview"] = async (scene, request) =>
        {
            using var png = new ByteArrayContent(Pixel);
            png.Headers.ContentType = new("image/png");
            var record = await scene.Any("opportunities");
            request.Path["id"] = (await scene.Maker.Post($"/api/v1/files?recordKind=Opportunity&recordId={record.Id}&fileName=dot.png", png)).Ok().Id.ToString();
        },
        ["SetFileLimits"] = (_, request) =>
        {
            request.Body = new JsonObject { ["maxFileBytes"] = 1_048_576, ["quotaBytes"] = 1_073_741_824, ["allowedKinds"] = new JsonArray("Image", "Pdf", "Text") };
            return Task.CompletedTask;
        },
        ["ImportMembers"] = Stored("userName,displayName,department,roles"),
        ["PreviewMembersImport"] = Stored("userName,displayName"),
        ["ImportCustomers"] = Stored("name"),
        ["PreviewCustomersImport"] = Stored("name"),
        ["ImportProducts"] = Stored("code,name,price,currency"),
        ["PreviewProductsImport"] = Stored("code,name"),
        ["ImportOpportunities"] = Stored("name,customer,type,stage,currency"),
        ["PreviewOpportunitiesImport"] = Stored("name,customer"),
        ["CompleteSetup"] = Refused(403, 409),
        ["RefreshSession"] = OwnSession,
        ["SignOut"] = OwnSession,
        ["SignIn"] = async (scene, request) => request.Body!["userName"] = await SignInName(scene),
        ["ChangeMyPassword"] = async (scene, request) =>
        {
            request.Sender = await scene.Tenant.As(BuiltInRoles.ReadOnly);
            request.Body!["newPassword"] = "Another-2026!";
        },
        ["EnableMember"] = (scene, request) => scene.Requests.After(request, HttpMethod.Post, "/disable"),
        ["HandOverMember"] = async (scene, request) =>
            request.Body!["heirIds"] = new JsonArray((await scene.Tenant.NewMember($"heir{scene.Word()}", [BuiltInRoles.Salesperson], [TestTenant.North])).ToString()),
        ["ListHandoverItems"] = (_, request) =>
        {
            request.Query.RemoveAll(pair => pair.Name == "part");
            request.Query.Add(("part", "Customers"));
            return Task.CompletedTask;
        },
        ["MoveBackOpportunity"] = async (scene, request) =>
        {
            await scene.Requests.After(request, HttpMethod.Post, "/advance", new { toStage = "Propose" });
            request.Body!["toStage"] = "Discover";
        },
        ["WinOpportunity"] = (scene, request) => AtTheLastStage(scene, request),
        ["ResumeOpportunity"] = (scene, request) => scene.Requests.After(request, HttpMethod.Post, "/hold"),
        ["ReopenOpportunity"] = (scene, request) => scene.Requests.After(request, HttpMethod.Post, "/lose", new { reason = "Price" }),
        ["SetOpportunityType"] = (_, request) =>
        {
            request.Path["type"] = "Tender";
            return Task.CompletedTask;
        },
        ["RevalueOpportunities"] = (_, request) =>
        {
            request.Body!["currencies"] = new JsonArray("USD");
            return Task.CompletedTask;
        },
        ["SetCalendarDay"] = (_, request) =>
        {
            request.Path["date"] = "2027-10-01";
            return Task.CompletedTask;
        },
        ["ClearCalendarDay"] = async (scene, request) =>
        {
            (await scene.Tenant.Admin.Put("/api/v1/calendar-days/2027-10-02", new { kind = "Holiday" })).Ok();
            request.Path["date"] = "2027-10-02";
        },
        ["ImportHolidays"] = (_, request) =>
        {
            request.Body!["holidays"]!["2028-10-01"] = "National Day,国庆节,3";
            return Task.CompletedTask;
        },
        ["GetWorkingDays"] = (_, request) =>
        {
            request.Query.RemoveAll(pair => pair.Name == "from");
            request.Query.Add(("from", "2026-10-01"));
            return Task.CompletedTask;
        },
        ["GetFiscalYear"] = (_, request) =>
        {
            request.Path["year"] = "2026";
            return Task.CompletedTask;
        },
        // On, as it is: one that is off would refuse the walk.
        ["SwitchModule"] = (_, request) =>
        {
            request.Path["module"] = "activities";
            request.Body!["on"] = true;
            return Task.CompletedTask;
        },
        ["GetMethodology"] = (_, request) =>
        {
            request.Path["id"] = "project-selling";
            return Task.CompletedTask;
        },
        ["SetPlanningRates"] = (_, request) =>
        {
            request.Body!["rates"]![0]!["currency"] = "USD";
            return Task.CompletedTask;
        },
        ["CreateCustomField"] = (scene, request) =>
        {
            request.Body!["resource"] = "customers";
            request.Body["key"] = $"f{scene.Word()}";
            return Task.CompletedTask;
        },
        ["CreatePickList"] = (scene, request) =>
        {
            request.Body!["key"] = $"l{scene.Word()}";
            return Task.CompletedTask;
        },
        // An order names every field there is, and no other.
        ["OrderCustomFields"] = async (scene, request) =>
        {
            var fields = (await scene.Maker.Get("/api/v1/custom-fields?resource=customers&limit=200")).Ok()["items"]!.AsArray();
            request.Body!["resource"] = "customers";
            request.Body["fieldIds"] = new JsonArray([.. fields.Select(field => (JsonNode?)JsonValue.Create((string)field!["id"]!))]);
        },
        ["ReorderPickList"] = (_, request) =>
        {
            request.Body!["valueIds"] = new JsonArray();
            return Task.CompletedTask;
        },
        ["TakeBackTask"] = (scene, request) => scene.Requests.After(request, HttpMethod.Post, "/complete", new { }),
        ["ReopenTask"] = (scene, request) => scene.Requests.After(request, HttpMethod.Post, "/cancel", new { reason = "Not needed" }),
        // The one that is there has ended.
        ["CancelJob"] = Refused(409),
    };

    /// <summary>The message for an operation that the walk cannot call: what to add, and where.</summary>
    public static string Missing(ApiOperation operation, Answer answer) =>
        $"{operation}: the request that the walk made by the document was answered with {(int)answer.Status} instead of {operation.Success}: {answer.Text}\n" +
        "Every operation is walked. Say in tests/IntegrationTests/Walk/Recipes.cs what a valid request to it needs beyond its document " +
        "(a state to bring the record into, a value that only the domain knows).";

    static Recipe Refused(params int[] expected) => (_, request) =>
    {
        request.Refusals = expected;
        return Task.CompletedTask;
    };

    static Task Csv(Scene scene, WalkRequest request)
    {
        request.Body = null;
        request.ContentType = "text/csv";
        request.Raw = Encoding.UTF8.GetBytes($"name\n{scene.Text("customer")}\n");
        return Task.CompletedTask;
    }

    static Recipe Stored(string header) => async (scene, request) =>
    {
        using var csv = new StringContent($"{header}\n{string.Join(',', header.Split(',').Select(_ => scene.Word()))}\n", new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));
        var file = (await scene.Maker.Post("/api/v1/import-files", csv)).Ok();
        request.Body = new JsonObject { ["fileId"] = file.Id.ToString(), ["externalSource"] = "erp" };
    };

    static async Task OwnSession(Scene scene, WalkRequest request)
    {
        using var http = scene.Tenant.Host.Anonymous();
        var name = await SignInName(scene);
        using var body = System.Net.Http.Json.JsonContent.Create(new { tenant = scene.Tenant.Slug, userName = name, password = TestTenant.Password });
        var answer = await Answer.Of(await http.PostAsync("/api/v1/auth/token", body, Xunit.TestContext.Current.CancellationToken));
        request.Body!["refreshToken"] = (string)answer.Ok()["refreshToken"]!;
    }

    static async Task<string> SignInName(Scene scene)
    {
        var name = $"w{scene.Word()}";
        await scene.Tenant.NewMember(name, [BuiltInRoles.ReadOnly], [TestTenant.North]);
        return name;
    }

    static async Task AtTheLastStage(Scene scene, WalkRequest request)
    {
        foreach (var stage in new[] { "Discover", "Propose", "Negotiate", "Sign" })
            await scene.Requests.After(request, HttpMethod.Post, "/advance", new { toStage = stage });
    }
}
