using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Crm.BrowserTests;

/// <summary>What people did, what they have to do, and how they hear of it.</summary>
[Collection(Browser.Alone)]
public sealed class WorkTests(Browser browser)
{
    [Fact]
    [Trait("Promise", "S-53")]
    public async Task A_call_is_logged_from_the_keyboard_with_its_next_step_then_edited_archived_and_brought_back()
    {
        var (deal, _) = await OpenDealOf("seller");
        await using var visitor = await Demo.As(browser, "seller", $"opportunities/{deal}", new Look("en"));
        var timeline = visitor.Id("timeline");
        await visitor.Page.Locator("h1").FocusAsync();
        await visitor.Press("l");
        await Expect(visitor.Page.Locator("#activity-subject")).ToBeFocusedAsync();
        await visitor.Press("Enter");
        await Expect(visitor.Page.Locator("#activity-subject-note")).ToContainTextAsync("needed");
        var subject = Unique("Asked about the budget");
        await visitor.Type(subject);
        await visitor.Page.Locator("#activity-minutes").FillAsync("20");
        await visitor.Page.Locator("#activity-next").FillAsync(subject + ": send the offer");
        await visitor.Press("Control+Enter");

        var entry = timeline.Locator("li", new() { Has = visitor.Page.Locator("strong", new() { HasTextString = subject }) });
        await Expect(entry).ToContainTextAsync("20 min");
        await Expect(timeline.Locator("[data-testid=task]", new() { HasTextString = subject + ": send the offer" })).ToHaveAttributeAsync("data-state", "Open");

        await entry.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("More actions") }).ClickAsync();
        await entry.Locator("[data-testid=edit-activity]").ClickAsync();
        await visitor.Page.Locator("dialog[open] #activity-result").FillAsync("Two million, by June");
        await visitor.Page.Locator("dialog[open] [data-testid=save-activity]").ClickAsync();
        await Expect(entry).ToContainTextAsync("Two million, by June");

        await entry.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("More actions") }).ClickAsync();
        await entry.Locator("[data-testid=archive-activity]").ClickAsync();
        await Expect(entry).ToHaveCountAsync(0);
        await visitor.Id("undo").ClickAsync();
        await Expect(entry).ToHaveCountAsync(1);

        // Narrowed to visits it is gone, to calls it is there; the address says which.
        await timeline.Locator(".kinds [data-kind=Visit]").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("kind=Visit"));
        await Expect(entry).ToHaveCountAsync(0);
        await timeline.Locator(".kinds [data-kind=Call]").ClickAsync();
        await Expect(entry).ToHaveCountAsync(1);
    }

    [Fact]
    [Trait("Promise", "S-53")]
    public async Task What_was_done_on_an_opportunity_stands_on_its_customers_timeline_too()
    {
        var (deal, customer) = await OpenDealOf("seller");
        using var colleague = await Demo.Api(browser, "seller");
        var subject = Unique("Toured the plant");
        await colleague.Post("activities", new { recordKind = "Opportunity", recordId = deal, activity = new { kind = "Visit", subject } });
        await using var visitor = await Demo.As(browser, "seller", $"customers/{customer}", new Look("en"));
        var entry = visitor.Id("timeline").Locator("li", new() { HasTextString = subject });
        await entry.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex($"/opportunities/{deal}"));
        await Expect(visitor.Id("timeline").Locator("li", new() { HasTextString = subject })).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Promise", "S-53")]
    public async Task A_contact_opens_with_all_in_which_it_took_part()
    {
        var (deal, customer) = await OpenDealOf("seller");
        using var colleague = await Demo.Api(browser, "seller");
        var contact = (await colleague.Get($"contacts?customerId={customer}&limit=1"))["items"]![0]!;
        var subject = Unique("Met at the fair");
        await colleague.Post("activities", new { recordKind = "Opportunity", recordId = deal, activity = new { kind = "Meeting", subject, contactIds = new[] { (string)contact["id"]! } } });
        await using var visitor = await Demo.As(browser, "seller", $"customers/{customer}", new Look("en"));
        await visitor.Page.Locator(".people").GetByRole(AriaRole.Link, new() { Name = (string)contact["name"]!, Exact = true }).First.ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("contact="));
        await Expect(visitor.Page.Locator("dialog[open] [data-testid=entry]", new() { HasTextString = subject })).ToContainTextAsync((string)contact["name"]!);
    }

    [Fact]
    [Trait("Promise", "S-53")]
    public async Task The_bell_rings_without_a_reload_and_leads_to_the_task_that_was_given()
    {
        await using var visitor = await Demo.As(browser, "seller", "customers", new Look("en"));
        using var boss = await Demo.Api(browser, "manager");
        using var seller = await Demo.Api(browser, "seller");
        var before = (int)(await seller.Get("notifications/unread"))["count"]!;
        await Expect(visitor.Id("bell")).ToHaveAttributeAsync("data-count", $"{before}");
        var title = Unique("Bring the sample");

        await boss.Post("tasks", new { task = new { title, assigneeIds = new[] { await MemberId(seller) } } });

        await Expect(visitor.Id("bell")).ToHaveAttributeAsync("data-count", $"{before + 1}");
        await visitor.Id("bell").ClickAsync();
        var notice = visitor.Id("notices").Locator("li", new() { HasTextString = title });
        await Expect(notice).ToHaveClassAsync(new Regex("unread"));
        await Expect(notice).ToContainTextAsync("gave you a task");

        // Another comes in while the inbox is open and stands in it.
        var second = Unique("And the drawings");
        await boss.Post("tasks", new { task = new { title = second, assigneeIds = new[] { await MemberId(seller) } } });
        await Expect(visitor.Id("notices").Locator("li", new() { HasTextString = second })).ToBeVisibleAsync();

        await notice.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visitor.Page.Locator("dialog[open] #task-title")).ToHaveValueAsync(title);
        await Expect(visitor.Id("bell")).ToHaveAttributeAsync("data-count", $"{before + 1}");
        await visitor.Go("inbox?show=unread");
        await visitor.Id("read-all").ClickAsync();
        await Expect(visitor.Id("bell")).ToHaveAttributeAsync("data-count", "0");
    }

    [Fact]
    [Trait("Promise", "S-53")]
    public async Task A_shared_task_made_by_one_is_finished_in_parts_on_the_day_of_the_other_and_taken_back()
    {
        using var seller = await Demo.Api(browser, "seller");
        await using var boss = await Demo.As(browser, "manager", "my-day", new Look("en"));
        var title = Unique("Prepare the tender");
        await boss.Page.Locator("h1").FocusAsync();
        await boss.Press("t");
        await boss.Page.Locator("#task-title").FillAsync(title);
        await boss.Page.Locator("#task-people").FillAsync("Wang Lei");
        await boss.Choices.Filter(new() { HasText = "Wang Lei" }).First.ClickAsync();
        await boss.Page.Locator("#task-policy").SelectOptionAsync("All");
        await boss.Page.Locator("#task-priority").SelectOptionAsync("Urgent");
        await boss.Page.Locator("#task-record").ClickAsync();
        await boss.Choices.First.ClickAsync();
        await boss.Id("save-task").ClickAsync();
        var mine = boss.Id("my-tasks").Locator("[data-testid=task]", new() { HasTextString = title });
        await Expect(mine).ToContainTextAsync("0 of 2 done");

        await using var visitor = await Demo.As(browser, "seller", "my-day", new Look("en"));
        var task = visitor.Id("my-tasks").Locator("[data-testid=task]", new() { HasTextString = title });
        await Expect(task).ToContainTextAsync("Urgent");
        await task.GetByTestId("finish").ClickAsync();
        await Expect(task).ToHaveCountAsync(0);
        var id = await mine.GetAttributeAsync("data-id");
        Assert.Single((await seller.Get($"tasks/{id}"))["assignees"]!.AsArray(), part => part!["doneAt"] is not null);
        await visitor.Id("undo").First.ClickAsync();
        await Expect(task).ToBeVisibleAsync();
        Assert.DoesNotContain((await seller.Get($"tasks/{id}"))["assignees"]!.AsArray(), part => part!["doneAt"] is not null);

        await task.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("open="));
        await visitor.Id("card-finish").ClickAsync();
        await Expect(visitor.Id("task-card")).ToContainTextAsync("done ");
    }

    [Fact]
    [Trait("Promise", "S-53")]
    public async Task Tasks_are_narrowed_chosen_moved_at_once_and_moved_back()
    {
        using var seller = await Demo.Api(browser, "seller");
        var (title, ids) = (Unique("Bulk"), new List<string>());
        for (var i = 0; i < 3; i++)
            ids.Add((string)(await seller.Post("tasks", new { task = new { title = $"{title} {i}", priority = "Low", dueAt = $"2031-01-0{i + 1}T10:00:00Z" } }))["id"]!);
        await using var visitor = await Demo.As(browser, "seller", "tasks?whose=mine&priority=Low&dueFrom=2031-01-01", new Look("en"));
        var rows = visitor.Id("tasks").Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        await visitor.Page.GetByLabel("Select everything loaded").CheckAsync();
        await visitor.Id("bulk-due").ClickAsync();
        await visitor.Id("bulk-send").ClickAsync();
        await Expect(visitor.Page.Locator(".toasts")).ToContainTextAsync("3 done");
        foreach (var id in ids) Assert.Null((await seller.Get($"tasks/{id}"))["dueAt"]);

        await visitor.Id("undo").ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
        for (var i = 0; i < 3; i++) Assert.StartsWith($"2031-01-0{i + 1}T10:00:00", (string?)(await seller.Get($"tasks/{ids[i]}"))["dueAt"], StringComparison.Ordinal);
    }

    static string Unique(string words) => $"{words} {Guid.NewGuid().ToString("n")[..6]}";

    static async Task<string> MemberId(Api api) => (string)(await api.Get("me"))["member"]!["id"]!;

    async Task<(string Deal, string Customer)> OpenDealOf(string userName)
    {
        using var api = await Demo.Api(browser, userName);
        var deal = (await api.Get($"opportunities?status=Open&ownerId={await MemberId(api)}&limit=1&sort=createdAt"))["items"]![0]!;
        return ((string)deal["id"]!, (string)deal["customerId"]!);
    }
}
