using System.Net.Http.Headers;
using System.Text;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Events;
using Crm.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class AuditedOperationsTests(Hosts hosts)
{
    /// <summary>What changes something and is not walked here, and why.</summary>
    static readonly Dictionary<string, string> NotWalked = new()
    {
        ["CompleteSetup"] = "needs an installation without a tenant; each row it writes is of an audited kind",
        ["RefreshSession"] = "goes on with a session whose beginning is in the audit; a reuse is tried below",
        ["ReadNotifications"] = "marks what a member has read of the own inbox, which is nobody else's business",
    };

    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_operation_that_changes_something_leaves_a_line_in_the_audit(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var walked = new List<string>();
        var last = await LastSeq(tenant);

        var root = (Guid)(await admin.Get("/api/v1/departments")).Ok()["items"]![0]!["id"]!;
        var department = await Does("CreateDepartment", () => admin.Post("/api/v1/departments", new { name = "East", parentId = root }));
        await Does("UpdateDepartment", () => admin.Patch($"/api/v1/departments/{department.Id}", new { name = "Far east" }, "*"));
        var other = await Does("CreateDepartment", () => admin.Post("/api/v1/departments", new { name = "West", parentId = root }));
        await Does("MoveDepartment", () => admin.Post($"/api/v1/departments/{department.Id}/move", new { parentId = other.Id }, "*"));
        await Does("ArchiveDepartment", () => admin.Delete($"/api/v1/departments/{department.Id}", "*"));
        await Does("RestoreDepartment", () => admin.Post($"/api/v1/departments/{department.Id}/restore", null, "*"));

        var role = await Does("CreateRole", () => admin.Post("/api/v1/roles", new { key = "walker", name = "Walker", permissions = new[] { "ReadOrganization" }, scopes = new { } }));
        await Does("UpdateRole", () => admin.Patch($"/api/v1/roles/{role.Id}", new { name = "Wanderer" }, "*"));
        await Does("ArchiveRole", () => admin.Delete($"/api/v1/roles/{role.Id}", "*"));
        await Does("RestoreRole", () => admin.Post($"/api/v1/roles/{role.Id}/restore", null, "*"));

        var member = await Does("CreateMember", () => admin.Post("/api/v1/members", new { userName = "mover", displayName = "Mover", departmentId = root, roles = new[] { "walker" }, password = TestTenant.Password }));
        var path = $"/api/v1/members/{member.Id}";
        await Does("UpdateMember", () => admin.Patch(path, new { roles = new[] { "salesperson" } }, "*"));
        await Does("MoveMember", () => admin.Post($"{path}/move", new { departmentId = other.Id }, "*"));
        await Does("ResetPassword", () => admin.Post($"{path}/reset-password", new { newPassword = "Heron-2026-x" }, "*"));
        var tokens = await Does("SignIn", () => admin.Post("/api/v1/auth/token", new { tenant = tenant.Slug, userName = "mover", password = "Heron-2026-x" }));
        await Does("SignOut", () => admin.Post("/api/v1/auth/sign-out", new { refreshToken = (string)tokens["refreshToken"]! }));
        await Does("SignOutMember", () => admin.Post($"{path}/sign-out", null, "*"));
        await Does("DisableMember", () => admin.Post($"{path}/disable", null, "*"));
        await Does("EnableMember", () => admin.Post($"{path}/enable", null, "*"));
        await Does("HandOverMember", () => admin.Post($"{path}/handover", new { reason = "Leaves", heirIds = new[] { admin.MemberId } }, "*"));
        await Does("EnableMember", () => admin.Post($"{path}/enable", null, "*"));
        await Does("ArchiveMember", () => admin.Delete(path, "*"));
        await Does("RestoreMember", () => admin.Post($"{path}/restore", null, "*"));

        var key = await Does("CreateApiKey", () => admin.Post("/api/v1/api-keys", new { name = "Walk" }));
        await Does("RenameApiKey", () => admin.Patch($"/api/v1/api-keys/{key.Id}", new { name = "Hike" }, "*"));
        await Does("RevokeApiKey", () => admin.Post($"/api/v1/api-keys/{key.Id}/revoke", null, "*"));

        await Does("UpdateTenant", () => admin.Patch("/api/v1/tenant", new { displayName = "Walked" }, "*"));
        var company = await Does("CreateLegalEntity", () => admin.Post("/api/v1/legal-entities", new { name = "Walked Ltd" }));
        await Does("UpdateLegalEntity", () => admin.Patch($"/api/v1/legal-entities/{company.Id}", new { address = "Here" }, "*"));
        await Does("ArchiveLegalEntity", () => admin.Delete($"/api/v1/legal-entities/{company.Id}", "*"));
        await Does("RestoreLegalEntity", () => admin.Post($"/api/v1/legal-entities/{company.Id}/restore", null, "*"));
        var rates = await Does("SetPlanningRates", () => admin.Put("/api/v1/planning-rates", new { rates = new[] { new { currency = "GBP", from = "2026-01-01", rate = 9m, source = "Treasury" } } }));
        await Does("ArchivePlanningRate", () => admin.Delete($"/api/v1/planning-rates/{rates["items"]![0]!["id"]}", "*"));

        var account = await Does("CreateBankAccount", () => admin.Post("/api/v1/bank-accounts", new { legalEntityId = company.Id, account = new { bank = "ICBC", accountNumber = "6222 0001", currency = "CNY" } }));
        await Does("UpdateBankAccount", () => admin.Patch($"/api/v1/bank-accounts/{account.Id}", new { bank = "ICBC Shanghai" }, "*"));
        await Does("ArchiveBankAccount", () => admin.Delete($"/api/v1/bank-accounts/{account.Id}", "*"));
        await Does("RestoreBankAccount", () => admin.Post($"/api/v1/bank-accounts/{account.Id}/restore", null, "*"));
        await Does("SetCalendarDay", () => admin.Put("/api/v1/calendar-days/2026-10-01", new { kind = "Holiday", nameEn = "National Day" }));
        await Does("ClearCalendarDay", () => admin.Delete("/api/v1/calendar-days/2026-10-01"));
        await Does("ImportHolidays", () => admin.Post("/api/v1/calendar-days/import", new { holidays = new Dictionary<string, string> { ["2026-10-01"] = "National Day,国庆节,3" } }));
        await Does("RevalueOpportunities", () => admin.Post("/api/v1/revaluation", new { currencies = new[] { "USD" } }));
        await Does("SwitchModule", () => admin.Put("/api/v1/modules/activities", new { on = false }, "*"));
        await Does("SwitchModule", () => admin.Put("/api/v1/modules/activities", new { on = true }, "*"));

        var customer = await Does("CreateCustomer", () => admin.Post("/api/v1/customers", new { name = "Walked" }));
        await Does("UpdateCustomer", () => admin.Patch($"/api/v1/customers/{customer.Id}", new { region = "North" }, "*"));
        await Does("PutCustomerByExternal", () => admin.Put("/api/v1/customers/by-external/erp/1", new { name = "From outside" }));
        var contact = await Does("CreateContact", () => admin.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "Li Na" } }));
        await Does("UpdateContact", () => admin.Patch($"/api/v1/contacts/{contact.Id}", new { title = "Buyer" }, "*"));
        await Does("ArchiveContact", () => admin.Delete($"/api/v1/contacts/{contact.Id}", "*"));
        await Does("RestoreContact", () => admin.Post($"/api/v1/contacts/{contact.Id}/restore", null, "*"));
        await Does("ArchiveCustomer", () => admin.Delete($"/api/v1/customers/{customer.Id}", "*"));
        await Does("RestoreCustomer", () => admin.Post($"/api/v1/customers/{customer.Id}/restore", null, "*"));

        var price = new { amount = 10, currency = "CNY" };
        var product = await Does("CreateProduct", () => admin.Post("/api/v1/products", new { code = "W-1", name = "Boots", listPrice = price }));
        await Does("UpdateProduct", () => admin.Patch($"/api/v1/products/{product.Id}", new { name = "Shoes" }, "*"));
        await Does("PutProductByExternal", () => admin.Put("/api/v1/products/by-external/erp/1", new { code = "W-2", name = "Socks", listPrice = price }));
        await Does("ArchiveProduct", () => admin.Delete($"/api/v1/products/{product.Id}", "*"));
        await Does("RestoreProduct", () => admin.Post($"/api/v1/products/{product.Id}/restore", null, "*"));

        await Does("SetOpportunityType", () => admin.Put("/api/v1/opportunity-types/NewProject", new { methodId = "project-selling" }, "*"));
        await Does("SetFunnelSettings", () => admin.Put("/api/v1/funnel/settings", new { conversionWindowDays = 45 }, "*"));
        await Does("RescanMethodologies", () => admin.Post("/api/v1/methodologies/rescan"));
        var deal = await Does("CreateOpportunity", () => admin.Post("/api/v1/opportunities", new { name = "Walk", customerId = customer.Id, type = "NewProject", amount = price, closeDate = "2027-03-31" }));
        var to = $"/api/v1/opportunities/{deal.Id}";
        await Does("PutOpportunityByExternal", () => admin.Put("/api/v1/opportunities/by-external/erp/1", new { name = "From outside", customerId = customer.Id, amount = price }));
        await Does("EditOpportunity", () => admin.Patch(to, new { amount = new { amount = 20, currency = "CNY" } }, "*"));
        await Does("AdvanceOpportunity", () => admin.Post($"{to}/advance", new { toStage = "Discover" }, "*"));
        await Does("MoveBackOpportunity", () => admin.Post($"{to}/move-back", new { toStage = "Qualify", reason = "New people decide" }, "*"));
        await Does("HoldOpportunity", () => admin.Post($"{to}/hold", new { }, "*"));
        await Does("ResumeOpportunity", () => admin.Post($"{to}/resume", new { }, "*"));
        await Does("LoseOpportunity", () => admin.Post($"{to}/lose", new { reason = "Price" }, "*"));
        await Does("ReopenOpportunity", () => admin.Post($"{to}/reopen", new { reason = "The winner failed" }, "*"));
        await Does("AbandonOpportunity", () => admin.Post($"{to}/abandon", new { reason = "No budget" }, "*"));
        await Does("ReopenOpportunity", () => admin.Post($"{to}/reopen", new { reason = "There is budget" }, "*"));
        await Does("AdvanceOpportunity", () => admin.Post($"{to}/advance", new { toStage = "Propose" }, "*"));
        await Does("WinOpportunity", () => admin.Post($"{to}/win", new { }, "*"));
        await Does("ArchiveOpportunity", () => admin.Delete(to, "*"));
        await Does("RestoreOpportunity", () => admin.Post($"{to}/restore", new { }, "*"));

        var activity = await Does("LogActivity", () => admin.Post("/api/v1/activities", new { recordKind = "Opportunity", recordId = deal.Id, activity = new { kind = "Call", subject = "Called" } }));
        await Does("UpdateActivity", () => admin.Patch($"/api/v1/activities/{activity.Id}", new { result = "Reached" }, "*"));
        await Does("ArchiveActivity", () => admin.Delete($"/api/v1/activities/{activity.Id}", "*"));
        await Does("RestoreActivity", () => admin.Post($"/api/v1/activities/{activity.Id}/restore", null, "*"));
        var task = await Does("CreateTask", () => admin.Post("/api/v1/tasks", new { task = new { title = "Call back" } }));
        await Does("UpdateTask", () => admin.Patch($"/api/v1/tasks/{task.Id}", new { priority = "High" }, "*"));
        await Does("CompleteTask", () => admin.Post($"/api/v1/tasks/{task.Id}/complete", new { result = "Done" }, "*"));
        await Does("TakeBackTask", () => admin.Post($"/api/v1/tasks/{task.Id}/take-back", null, "*"));
        await Does("CompleteTask", () => admin.Post($"/api/v1/tasks/{task.Id}/complete", new { result = "Done after all" }, "*"));
        await Does("ReopenTask", () => admin.Post($"/api/v1/tasks/{task.Id}/reopen", null, "*"));
        foreach (var (verb, operation, body) in new (string, string, object)[]
        {
            ("reassign", "BulkReassignTasks", new { ids = new[] { task.Id }, assigneeIds = new[] { admin.MemberId } }), ("reschedule", "BulkRescheduleTasks", new { ids = new[] { task.Id }, dueAt = "2027-01-15T09:00:00Z" }),
            ("complete", "BulkCompleteTasks", new { ids = new[] { task.Id } }), ("take-back", "BulkTakeBackTasks", new { ids = new[] { task.Id } }),
        })
        {
            var job = await Does(operation, () => admin.Post($"/api/v1/tasks/bulk-{verb}", body));
            await Eventually.True(async () => (string?)(await admin.Get($"/api/v1/jobs/{job.Id}")).Ok()["status"] is "Completed" or "Failed", $"{operation} has ended");
            last = await LastSeq(tenant);
        }
        await Does("CancelTask", () => admin.Post($"/api/v1/tasks/{task.Id}/cancel", new { reason = "Not needed" }, "*"));
        await Does("ArchiveTask", () => admin.Delete($"/api/v1/tasks/{task.Id}", "*"));
        await Does("RestoreTask", () => admin.Post($"/api/v1/tasks/{task.Id}/restore", null, "*"));

        var list = await Does("CreatePickList", () => admin.Post("/api/v1/pick-lists", new { key = "walked", list = new { labelEn = "Walked", labelZh = "走过" } }));
        await Does("UpdatePickList", () => admin.Patch($"/api/v1/pick-lists/{list.Id}", new { labelEn = "Hiked" }, "*"));
        var value = await Does("CreatePickValue", () => admin.Post("/api/v1/pick-values", new { pickListId = list.Id, value = new { labelEn = "Far", labelZh = "远" } }));
        var near = await Does("CreatePickValue", () => admin.Post("/api/v1/pick-values", new { pickListId = list.Id, value = new { labelEn = "Near", labelZh = "近" } }));
        await Does("UpdatePickValue", () => admin.Patch($"/api/v1/pick-values/{value.Id}", new { color = "Teal" }, "*"));
        await Does("ReorderPickList", () => admin.Post($"/api/v1/pick-lists/{list.Id}/reorder", new { valueIds = new[] { near.Id, value.Id } }, "*"));
        await Does("ArchivePickValue", () => admin.Delete($"/api/v1/pick-values/{value.Id}", "*"));
        await Does("RestorePickValue", () => admin.Post($"/api/v1/pick-values/{value.Id}/restore", null, "*"));
        await Does("ArchivePickList", () => admin.Delete($"/api/v1/pick-lists/{list.Id}", "*"));
        await Does("RestorePickList", () => admin.Post($"/api/v1/pick-lists/{list.Id}/restore", null, "*"));
        var field = await Does("CreateCustomField", () => admin.Post("/api/v1/custom-fields", new { resource = "products", key = "walked", field = new { type = "Text", labelEn = "Walked", labelZh = "走过" } }));
        var second = await Does("CreateCustomField", () => admin.Post("/api/v1/custom-fields", new { resource = "products", key = "hiked", field = new { type = "Text", labelEn = "Hiked", labelZh = "走过" } }));
        await Does("UpdateCustomField", () => admin.Patch($"/api/v1/custom-fields/{field.Id}", new { labelEn = "Hiked" }, "*"));
        await Does("OrderCustomFields", () => admin.Put("/api/v1/custom-fields/order", new { resource = "products", fieldIds = new[] { second.Id, field.Id } }));
        await Does("ArchiveCustomField", () => admin.Delete($"/api/v1/custom-fields/{field.Id}", "*"));
        await Does("RestoreCustomField", () => admin.Post($"/api/v1/custom-fields/{field.Id}/restore", null, "*"));

        await Does("UploadImportFile", () => admin.Post("/api/v1/import-files", Csv("name\nUploaded\n")));
        var file = await Does("UploadFile", () => admin.Post($"/api/v1/files?recordKind=Opportunity&recordId={deal.Id}&fileName=quote.csv", Csv("price\n1\n")));
        await Does("AddFileVersion", () => admin.Post($"/api/v1/files/{file.Id}/versions", Csv("price\n2\n")));
        await Does("RestoreFileVersion", () => admin.Post($"/api/v1/files/{file.Id}/versions/1/restore", null, "*"));
        await Does("UpdateFile", () => admin.Patch($"/api/v1/files/{file.Id}", new { description = "Final" }, "*"));
        await Does("ArchiveFile", () => admin.Delete($"/api/v1/files/{file.Id}", "*"));
        await Does("RestoreFile", () => admin.Post($"/api/v1/files/{file.Id}/restore", null, "*"));
        await Does("EraseFile", () => admin.Post($"/api/v1/files/{file.Id}/erase", null, "*"));
        await Does("SetFileLimits", () => admin.Put("/api/v1/file-limits", new { maxFileBytes = 2048, quotaBytes = 2097152, allowedKinds = new[] { "Pdf" } }, "*"));
        foreach (var (resource, name, csv) in new[]
        {
            ("customers", "Customers", "name\nImported\n"), ("products", "Products", "code,name,listPrice,currency\nW-9,Hat,1,CNY\n"),
            ("members", "Members", "displayName\nImported Person\n"), ("opportunities", "Opportunities", "name,type,stage,currency\nImported,NewProject,Qualify,CNY\n"),
        })
        {
            await Does($"Preview{name}Import", () => admin.Post($"/api/v1/{resource}/import/preview", Csv(csv)));
            var job = await Does($"Import{name}", () => admin.Post($"/api/v1/{resource}/import", Csv(csv)));
            await Eventually.True(async () => (string?)(await admin.Get($"/api/v1/jobs/{job.Id}")).Ok()["status"] is "Completed" or "Failed", $"the import of {resource} has ended");
            last = await LastSeq(tenant);
        }
        var waiting = await tenant.Write<Guid>((db, _) =>
        {
            // Of a kind that no runner knows, so that it waits until it is cancelled.
            var row = new JobRow { Id = Guid.CreateVersion7(), Kind = "import", Input = "{}", CreatedAt = db.UtcNow(), CreatedBy = admin.MemberId, Status = JobStatus.Running, LeaseUntil = db.UtcNow().AddHours(1) };
            db.Add(row);
            return Task.FromResult<Outcome<Guid>>(row.Id);
        });
        await Does("CancelJob", () => admin.Delete($"/api/v1/jobs/{waiting}"));
        await Does("RetryParkedEvent", async () => await admin.Post($"/api/v1/events/parked/{await Park(tenant)}/retry"));
        await Does("SkipParkedEvent", async () => await admin.Post($"/api/v1/events/parked/{await Park(tenant)}/skip"));
        await Does("ChangeMyPassword", () => admin.Post("/api/v1/me/password", new { currentPassword = TestTenant.Password, newPassword = "Heron-2026-y" }));

        Assert.Equal((await Mutating(admin)).Except(NotWalked.Keys).Order(), walked.Distinct().Order());

        async Task<Answer> Does(string operation, Func<Task<Answer>> call)
        {
            walked.Add(operation);
            var answer = await call();
            Assert.True((int)answer.Status is >= 200 and < 300, $"{operation}: {(int)answer.Status} {answer.Text}");
            var now = await LastSeq(tenant);
            Assert.True(now > last, $"{operation} left no line in the audit.");
            last = now;
            return answer;
        }
    }

    static async Task<long> LastSeq(TestTenant tenant)
    {
        await using var db = tenant.Read();
        return await db.Set<AuditRow>().MaxAsync(row => (long?)row.Seq, TestContext.Current.CancellationToken) ?? 0;
    }

    static async Task<List<string>> Mutating(Session session)
    {
        var document = (await session.Get("/openapi/v1.json")).Ok().Body!;
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Key is "post" or "put" or "patch" or "delete")
            .Select(operation => (string)operation.Value!["operationId"]!)];
    }

    static async Task<Guid> Park(TestTenant tenant) => await tenant.Write<Guid>((db, _) =>
    {
        var row = new DeliveryRow
        {
            Id = Guid.CreateVersion7(),
            Reaction = "nobody",
            EventId = Guid.CreateVersion7(),
            Name = "test.nothing.v1",
            RecordId = Guid.CreateVersion7(),
            Payload = "{}",
            At = db.UtcNow(),
            ParkedAt = db.UtcNow(),
            Attempts = 9,
            NextTryAt = db.UtcNow(),
        };
        db.Add(row);
        return Task.FromResult<Outcome<Guid>>(row.Id);
    });

    static StringContent Csv(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
}
