using System.Net;
using System.Text.Json.Nodes;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Importing;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Fields;

/// <summary>A tenant's own fields through the API, on every engine: written, shown, filtered, sorted, imported, renamed, retired, hidden.</summary>
[Trait("Promise", "S-93")]
public sealed class CustomFieldsTests(Hosts hosts)
{
    static readonly string[] AllTypes =
        ["Text", "LongText", "Number", "Money", "Date", "Instant", "YesNo", "Choice", "Choices", "Member", "Customer", "Url", "Email", "Phone"];

    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_value_of_every_type_comes_back_as_it_was_sent_and_null_clears_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "gold", "silver", "bronze");
        var other = await NewCustomer(admin, new { name = "Referrer" });
        var sent = new JsonObject
        {
            ["aText"] = "North Sea",
            ["aLongText"] = "One line\nand another 一行",
            ["aNumber"] = 1234.5m,
            ["aMoney"] = new JsonObject { ["amount"] = 99.9m, ["currency"] = "CNY" },
            ["aDate"] = "2027-02-28",
            ["aInstant"] = "2027-02-28T08:00:00Z",
            ["aYesNo"] = true,
            ["aChoice"] = "silver",
            ["aChoices"] = new JsonArray("bronze", "gold"),
            ["aMember"] = admin.MemberId.ToString(),
            ["aCustomer"] = other.Id.ToString(),
            ["aUrl"] = "https://example.com/a",
            ["aEmail"] = "li.na@example.com",
            ["aPhone"] = "+86 138 0000 0000",
        };
        foreach (var type in AllTypes)
        {
            await NewField(admin, "customers", $"a{type}", type, type is "Choice" or "Choices" ? new { pickListId = list } : type == "Money" ? new { rules = new { currencyCode = "CNY" } } : new { });
        }

        var made = await NewCustomer(admin, new { name = "Made", custom = sent });
        Assert.True(JsonNode.DeepEquals(sent, made["custom"]), $"Sent {sent.ToJsonString()}, read {made["custom"]!.ToJsonString()}");
        var read = (await admin.Get($"/api/v1/customers/{made.Id}")).Ok();
        Assert.True(JsonNode.DeepEquals(sent, read["custom"]), read.Text);

        var cleared = (await admin.Patch($"/api/v1/customers/{made.Id}", new JsonObject { ["custom"] = new JsonObject(AllTypes.Select(type => new KeyValuePair<string, JsonNode?>($"a{type}", null))) }, read.ETag)).Ok();
        Assert.Empty(cleared["custom"]!.AsObject());
        Assert.Equal(read.Version + 1, cleared.Version);
        foreach (var type in AllTypes)
            Assert.Contains(made.Id.ToString(), Ids(await admin.Get($"/api/v1/customers?custom.a{type}[empty]=true")));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_wrong_with_a_value_is_said_at_its_field_and_nothing_is_saved(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "gold", "silver");
        await NewField(admin, "customers", "code", "Text", new { rules = new { minLength = 3, maxLength = 5, pattern = "[A-Z]+" } });
        await NewField(admin, "customers", "share", "Number", new { rules = new { min = 0, max = 100, decimals = 1 } });
        await NewField(admin, "customers", "due", "Date", new { rules = new { earliest = "2020-01-01", latest = "2030-12-31" } });
        await NewField(admin, "customers", "grade", "Choice", new { pickListId = list });
        await NewField(admin, "customers", "grades", "Choices", new { pickListId = list });
        await NewField(admin, "customers", "site", "Url");
        await NewField(admin, "customers", "budget", "Money", new { rules = new { currencyCode = "JPY" } });
        await NewField(admin, "customers", "boss", "Member");

        var bad = new (string Key, string Json)[]
        {
            ("code", "\"AB\""), ("code", "\"ABCDEF\""), ("code", "\"abcd\""), ("code", "7"), ("code", "\"A\\u0007BC\""), ("code", "\"AB\\ud800\""), ("share", "-1"), ("share", "100.1"), ("share", "1.25"), ("share", "\"1\""),
            ("share", "1e400"), ("due", "\"2019-12-31\""), ("due", "\"2031-01-01\""), ("due", "\"31.12.2026\""), ("grade", "\"platinum\""), ("grade", "[\"gold\"]"), ("grades", "\"gold\""), ("grades", "[\"gold\", 7]"),
            ("site", "\"ftp://example.com\""), ("site", "\"javascript:alert(1)\""), ("budget", "{\"amount\": 1.5, \"currency\": \"JPY\"}"), ("budget", "{\"amount\": 1, \"currency\": \"CNY\"}"), ("budget", "5"),
            ("boss", $"\"{Guid.NewGuid()}\""), ("boss", "\"somebody\""), ("unknown", "1"),
        };
        foreach (var (key, json) in bad)
        {
            var answer = await admin.Post("/api/v1/customers", $$$"""{"name": "Wrong", "custom": {"{{{key}}}": {{{json}}}}}""");
            answer.Refused(HttpStatusCode.BadRequest);
            Assert.True(answer["errors"]!.AsObject().Any(error => error.Key.StartsWith("custom", StringComparison.Ordinal)), $"{key} = {json}: {answer.Text}");
        }
        Assert.Empty(Ids(await admin.Get("/api/v1/customers?name=Wrong")));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Lists_are_filtered_by_custom_fields_with_the_operators_of_every_list(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "gold", "silver", "bronze");
        await NewField(admin, "customers", "score", "Number");
        await NewField(admin, "customers", "since", "Date");
        await NewField(admin, "customers", "nick", "Text");
        await NewField(admin, "customers", "vip", "YesNo");
        await NewField(admin, "customers", "grade", "Choice", new { pickListId = list });
        await NewField(admin, "customers", "grades", "Choices", new { pickListId = list });
        await NewCustomer(admin, new { name = "A", custom = new { score = 1.5m, since = "2020-01-01", nick = "Alpha", vip = true, grade = "gold", grades = new[] { "gold", "silver" } } });
        await NewCustomer(admin, new { name = "B", custom = new { score = 2, since = "2021-01-01", nick = "Beta", vip = false, grade = "silver", grades = new[] { "silver" } } });
        await NewCustomer(admin, new { name = "C", custom = new { score = -3 } });
        await NewCustomer(admin, new { name = "D" });

        foreach (var (filter, expected) in new[]
        {
            ("custom.score=2", "B"), ("custom.score=2.0", "B"), ("custom.score[ne]=2", "ACD"), ("custom.score[gte]=1.5", "AB"), ("custom.score[gt]=1.5", "B"), ("custom.score[lte]=1.5", "AC"),
            ("custom.score[lt]=0", "C"), ("custom.score[in]=2,-3", "BC"), ("custom.score[empty]=true", "D"), ("custom.score[empty]=false", "ABC"), ("custom.since[gte]=2020-06-01", "B"),
            ("custom.nick=Alpha", "A"), ("custom.nick[contains]=et", "B"), ("custom.nick[ne]=Alpha", "BCD"), ("custom.vip=true", "A"), ("custom.vip[ne]=true", "BCD"), ("custom.grade=gold", "A"),
            ("custom.grade[in]=gold,silver", "AB"), ("custom.grades=silver", "AB"), ("custom.grades=gold", "A"), ("custom.grade=gold&custom.score[gte]=1", "A"), ("custom.grade=gold&custom.score[gte]=2", ""),
        })
        {
            var found = (await admin.Get($"/api/v1/customers?sort=name&count=true&{filter}")).Ok();
            Assert.True(expected == string.Concat(found["items"]!.AsArray().Select(item => (string)item!["name"]!)), $"{filter}: {found.Text}");
            Assert.Equal(expected.Length, (int)found["totalCount"]!);
        }
        foreach (var (filter, code) in new[]
        {
            ("custom.score=many", "request/bad-filter"), ("custom.score[contains]=1", "request/unknown-parameter"), ("custom.since=yesterday", "request/bad-filter"), ("custom.grade=platinum", "request/bad-filter"),
            ("custom.vip=perhaps", "request/bad-filter"), ("custom.nothing=1", "request/unknown-parameter"), ("custom.=1", "request/unknown-parameter"), ("custom=1", "request/unknown-parameter"),
            ("sort=custom.nothing", "request/bad-sort"), ("sort=custom.grades", "request/bad-sort"), ("custom.score[in]=", "request/bad-filter"),
        })
        {
            (await admin.Get($"/api/v1/customers?{filter}")).Refused(HttpStatusCode.BadRequest, code);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_sorted_by_a_custom_field_pages_through_equal_values_and_missing_ones_and_loses_nobody(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "small", "medium", "large");
        await NewField(admin, "products", "weight", "Number");
        await NewField(admin, "products", "nick", "Text");
        await NewField(admin, "products", "size", "Choice", new { pickListId = list });
        var sizes = new[] { "large", "small", "medium" };
        for (var i = 0; i < 24; i++)
        {
            var custom = new JsonObject();
            if (i % 4 != 3)
            {
                custom["weight"] = i % 5 * 1.5m;
                custom["nick"] = $"n{i % 3}";
                custom["size"] = sizes[i % 3];
            }
            (await admin.Post("/api/v1/products", new { code = $"P{i:00}", name = $"Product {i}", listPrice = new { amount = 1, currency = "CNY" }, custom })).Ok();
        }
        foreach (var (field, key) in new (string, Func<JsonNode, IComparable?>)[]
        {
            ("weight", item => (decimal?)item["custom"]!["weight"]), ("nick", item => (string?)item["custom"]!["nick"]),
            ("size", item => (string?)item["custom"]!["size"] is { } size ? Array.IndexOf(["small", "medium", "large"], size) : null),
        })
        {
            foreach (var sort in new[] { $"custom.{field}", $"-custom.{field}" })
            {
                var seen = new List<JsonNode>();
                for (string? cursor = null; ;)
                {
                    var page = (await admin.Get($"/api/v1/products?sort={sort}&limit=5{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
                    seen.AddRange(page["items"]!.AsArray().Select(item => item!));
                    if ((cursor = (string?)page["nextCursor"]) is null) break;
                    Assert.True(seen.Count < 60, "The pages go round.");
                }
                Assert.Equal(24, seen.Select(item => (string)item["id"]!).Distinct().Count());
                Assert.Equal(24, seen.Count);
                var keys = seen.Select(key).ToList();
                Assert.All(keys.Take(18), Assert.NotNull);
                Assert.All(keys.Skip(18), Assert.Null);
                var ordered = sort.StartsWith('-') ? keys.Take(18).OrderDescending() : keys.Take(18).Order();
                Assert.Equal(ordered, keys.Take(18));
            }
        }
        var first = (await admin.Get("/api/v1/products?sort=custom.weight&limit=5")).Ok();
        (await admin.Get($"/api/v1/products?sort=-custom.weight&limit=5&cursor={(string)first["nextCursor"]!}")).Refused(HttpStatusCode.BadRequest, "request/bad-cursor");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_field_that_is_renamed_while_a_list_filters_by_it_goes_on_filtering_and_one_that_is_retired_says_so(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var field = await NewField(admin, "customers", "score", "Number");
        var customer = await NewCustomer(admin, new { name = "A", custom = new { score = 5 } });
        const string filter = "/api/v1/customers?custom.score[gte]=3&sort=custom.score";

        Assert.Single(Ids(await admin.Get(filter)));
        var renamed = (await admin.Patch($"/api/v1/custom-fields/{field.Id}", new { labelEn = "Rating", labelZh = "评分" }, field.ETag)).Ok();
        Assert.Single(Ids(await admin.Get(filter)));

        var retired = (await admin.Delete($"/api/v1/custom-fields/{field.Id}", renamed.ETag)).Ok();
        (await admin.Get(filter)).Refused(HttpStatusCode.BadRequest, "custom-fields/retired");
        Assert.Empty((await admin.Get($"/api/v1/customers/{customer.Id}")).Ok()["custom"]!.AsObject());
        (await admin.Patch($"/api/v1/customers/{customer.Id}", new { custom = new { score = 6 } }, "*")).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
        (await admin.Patch($"/api/v1/customers/{customer.Id}", new { region = "North" }, "*")).Ok();

        (await admin.Post($"/api/v1/custom-fields/{field.Id}/restore", null, retired.ETag)).Ok();
        Assert.Single(Ids(await admin.Get(filter)));
        Assert.Equal(5, (int)(await admin.Get($"/api/v1/customers/{customer.Id}")).Ok()["custom"]!["score"]!);
        (await admin.Post("/api/v1/custom-fields", NewFieldBody("customers", "score", "Text"))).Refused(HttpStatusCode.Conflict, "custom-fields/key-taken");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_retired_choice_stays_on_the_records_that_have_it_and_is_not_chosen_anew(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "gold", "silver");
        await NewField(admin, "customers", "grade", "Choice", new { pickListId = list });
        var old = await NewCustomer(admin, new { name = "Old", custom = new { grade = "gold" } });
        var gold = (await admin.Get($"/api/v1/pick-values?pickListId={list}&key=gold")).Ok()["items"]![0]!;

        (await admin.Patch($"/api/v1/pick-values/{gold["id"]}", new { labelEn = "Platinum", labelZh = "白金" }, "*")).Ok();
        (await admin.Delete($"/api/v1/pick-values/{gold["id"]}", "*")).Ok();
        (await admin.Post("/api/v1/customers", new { name = "New", custom = new { grade = "gold" } })).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
        Assert.Equal("gold", (string)(await admin.Patch($"/api/v1/customers/{old.Id}", new { custom = new { grade = "gold" } }, "*")).Ok()["custom"]!["grade"]!);
        Assert.Single(Ids(await admin.Get("/api/v1/customers?custom.grade=gold")));
        var choices = (await admin.Get("/api/v1/customers/fields")).Ok()["fields"]![0]!["choices"]!.AsArray();
        Assert.Equal([("gold", "Platinum", true), ("silver", "silver", false)], choices.Select(choice => ((string)choice!["key"]!, (string)choice["label"]!, (bool)choice["retired"]!)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_required_field_is_filled_by_its_default_or_asked_for_and_is_not_cleared(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var before = await NewCustomer(admin, new { name = "Before" });
        await NewField(admin, "customers", "tier", "Text", new { required = true, defaultValue = "standard" });
        await NewField(admin, "customers", "code", "Text", new { required = true });

        var refused = (await admin.Post("/api/v1/customers", new { name = "Without" })).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
        Assert.Equal(["custom.code"], refused["errors"]!.AsObject().Select(error => error.Key));
        var made = await NewCustomer(admin, new { name = "With", custom = new { code = "C1" } });
        Assert.Equal("standard", (string)made["custom"]!["tier"]!);
        (await admin.Patch($"/api/v1/customers/{made.Id}", """{"custom": {"code": null}}""", "*")).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
        (await admin.Patch($"/api/v1/customers/{before.Id}", new { region = "North" }, "*")).Ok();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_records_never_share_a_value_of_a_unique_field_even_when_saved_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        await NewField(admin, "customers", "badge", "Text", new { unique = true });
        var first = await NewCustomer(admin, new { name = "First", custom = new { badge = "B-1" } });
        var refused = (await admin.Post("/api/v1/customers", new { name = "Second", custom = new { badge = " b-1 " } })).Refused(HttpStatusCode.Conflict, "custom-fields/value-taken");
        Assert.Equal(["custom.badge"], refused["errors"]!.AsObject().Select(error => error.Key));
        (await admin.Patch($"/api/v1/customers/{first.Id}", new { custom = new { badge = "B-1" } }, "*")).Ok();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => admin.Post("/api/v1/customers", new { name = $"Racer {i}", custom = new { badge = "B-2" } })));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Refused(HttpStatusCode.Conflict, "custom-fields/value-taken"));
        Assert.Single(Ids(await admin.Get("/api/v1/customers?custom.badge=B-2")));

        (await admin.Patch($"/api/v1/customers/{first.Id}", """{"custom": {"badge": null}}""", "*")).Ok();
        await NewCustomer(admin, new { name = "Heir", custom = new { badge = "B-1" } });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_opportunity_keeps_its_custom_values_through_its_life_with_versions_audit_and_history(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        await NewField(admin, "opportunities", "site", "Text");
        await NewField(admin, "opportunities", "buyer", "Text", new { personal = true });
        await NewField(admin, "opportunities", "seats", "Number");
        await NewField(admin, "opportunities", "permit", "Text", new { unique = true });
        var customer = await NewCustomer(admin, new { name = "Buyer" });
        var deal = (await admin.Post("/api/v1/opportunities", new { name = "Deal", customerId = customer.Id, custom = new { site = "Hall 1", buyer = "Wang Wei", seats = 40, permit = "P-1" } })).Ok();
        Assert.Equal("Hall 1", (string)deal["custom"]!["site"]!);
        var knownThen = (string)deal["updatedAt"]!;

        var edited = (await admin.Patch($"/api/v1/opportunities/{deal.Id}", new { custom = new { site = "Hall 2", buyer = "Li Na" } }, deal.ETag)).Ok();
        Assert.Equal((2, "Hall 2", 40), (edited.Version, (string)edited["custom"]!["site"]!, (int)edited["custom"]!["seats"]!));
        (await admin.Patch($"/api/v1/opportunities/{deal.Id}", new { custom = new { site = "Hall 3" } }, deal.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        var advanced = (await admin.Post($"/api/v1/opportunities/{deal.Id}/advance", new { toStage = "Discover" }, edited.ETag)).Ok();
        Assert.True(JsonNode.DeepEquals(edited["custom"], advanced["custom"]));

        (await admin.Post("/api/v1/opportunities", new { name = "Twin", customerId = customer.Id, custom = new { permit = "p-1" } })).Refused(HttpStatusCode.Conflict, "custom-fields/value-taken");
        Assert.Equal([deal.Id.ToString()], Ids(await admin.Get("/api/v1/opportunities?custom.seats[gte]=40&custom.site=Hall 2&sort=-custom.seats")));

        var audit = (await admin.Get($"/api/v1/audit?recordId={deal.Id}&limit=50")).Ok().Text;
        Assert.Contains("custom.site", audit, StringComparison.Ordinal);
        Assert.Contains("Hall 1", audit, StringComparison.Ordinal);
        Assert.Contains("custom.buyer", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("Wang Wei", audit, StringComparison.Ordinal);
        var then = (await admin.Get($"/api/v1/opportunities/{deal.Id}?asOf={knownThen}")).Ok();
        Assert.Equal("Hall 1", (string)then["custom"]!["site"]!);
        Assert.Null(then["custom"]!["buyer"]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_hidden_field_can_be_neither_read_nor_written_nor_probed_and_a_read_only_one_is_only_read(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        foreach (var resource in new[] { "customers", "opportunities" })
        {
            await NewField(admin, resource, "margin", "Number", new { access = new { salesperson = "Hidden" } });
            await NewField(admin, resource, "rating", "Number", new { access = new { salesperson = "Read" } });
        }
        var customer = (await seller.Post("/api/v1/customers", new { name = "Mine" })).Ok();
        var deal = (await seller.Post("/api/v1/opportunities", new { name = "Mine", customerId = customer.Id })).Ok();
        foreach (var path in new[] { $"/api/v1/customers/{customer.Id}", $"/api/v1/opportunities/{deal.Id}" })
        {
            var set = (await admin.Patch(path, new { custom = new { margin = 12, rating = 3 } }, "*")).Ok();
            Assert.Equal(12, (int)set["custom"]!["margin"]!);
            var list = path[..path.LastIndexOf('/')];
            foreach (var seen in new[] { (await seller.Get(path)).Ok()["custom"]!, (await seller.Get(list)).Ok()["items"]![0]!["custom"]! })
                Assert.Equal(["rating"], seen.AsObject().Select(value => value.Key));
            Assert.Equal(["rating"], (await seller.Get($"{list}/fields")).Ok()["fields"]!.AsArray().Select(field => (string)field!["key"]!));
            Assert.DoesNotContain("margin", (await seller.Get($"{list}/schema")).Ok().Text, StringComparison.Ordinal);

            foreach (var guess in new[] { "12", "13", "null", "\"x\"" })
                Alike(await seller.Patch(path, $$$"""{"custom": {"margin": {{{guess}}}}}""", "*"), await seller.Patch(path, $$$"""{"custom": {"nothing": {{{guess}}}}}""", "*"));
            foreach (var query in new[] { "custom.{0}=12", "custom.{0}[gte]=1", "custom.{0}[empty]=false", "sort=custom.{0}", "sort=-custom.{0}" })
                Alike(await seller.Get($"{list}?{string.Format(null, query, "margin")}"), await seller.Get($"{list}?{string.Format(null, query, "nothing")}"));
            (await seller.Patch(path, new { custom = new { rating = 5 } }, "*")).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
            Assert.Single(Ids(await seller.Get($"{list}?custom.rating=3&sort=custom.rating")));
            var kept = (await seller.Patch(path, new { name = "Still mine" }, "*")).Ok();
            Assert.Equal(["rating"], kept["custom"]!.AsObject().Select(value => value.Key));
            Assert.Equal(12, (int)(await admin.Get(path)).Ok()["custom"]!["margin"]!);
        }

        static void Alike(Answer hidden, Answer unknown) =>
            Assert.Equal(((int)unknown.Status, unknown.Code, unknown.Body!["errors"]!.ToJsonString().Replace("nothing", "margin", StringComparison.Ordinal)), ((int)hidden.Status, hidden.Code, hidden.Body!["errors"]!.ToJsonString()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_fills_custom_fields_by_key_or_label_and_names_what_it_cannot_take(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "gold", "silver");
        await NewField(admin, "customers", "score", "Number", new { rules = new { min = 0, max = 10 } });
        await NewField(admin, "customers", "grade", "Choice", new { pickListId = list, labelEn = "Grade", labelZh = "等级" });
        await NewField(admin, "customers", "badge", "Text", new { unique = true });
        await NewField(admin, "customers", "vip", "YesNo");
        await NewField(admin, "customers", "since", "Date");
        var job = await admin.Imported("customers", "name,score,等级,badge,vip,since\nA,5,GOLD,b1,是,2020-01-02\nB,11,gold,b2,no,\nC,1,platinum,b3,no,\nD,2,silver,b1,no,\nE,3,,b4,maybe,\nF,4,silver,b5,1,\n");
        Assert.Equal((2, 4), ((int)job["succeeded"]!, (int)job["failed"]!));
        var taken = (await admin.Get("/api/v1/customers?sort=custom.score")).Ok()["items"]!.AsArray();
        Assert.Equal(["F", "A"], taken.Select(item => (string)item!["name"]!));
        Assert.Equal("""{"badge":"b1","grade":"gold","score":5,"since":"2020-01-02","vip":true}""", taken[1]!["custom"]!.ToJsonString());
        var results = (await admin.Get($"/api/v1/jobs/{job.Id}/results?limit=50")).Ok().Text;
        foreach (var field in new[] { "custom.score", "custom.grade", "custom.badge", "custom.vip" }) Assert.Contains(field, results, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_gives_stored_values_another_meaning_is_refused_and_what_widens_them_is_not(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var mail = await NewField(admin, "contacts", "second", "Email");
        var free = await NewField(admin, "contacts", "third", "Email");
        var customer = await NewCustomer(admin, new { name = "Firm" });
        (await admin.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "Li Na", custom = new { second = "a@example.com" } } })).Ok();

        foreach (var change in new object[] { new { type = "Number" }, new { unique = true }, new { personal = true } })
            (await admin.Patch($"/api/v1/custom-fields/{mail.Id}", change, "*")).Refused(HttpStatusCode.Conflict, "custom-fields/has-values");
        (await admin.Patch($"/api/v1/custom-fields/{mail.Id}", new { type = "Text" }, "*")).Ok();
        (await admin.Patch($"/api/v1/custom-fields/{free.Id}", new { type = "Number" }, "*")).Ok();
        Assert.Single(Ids(await admin.Get("/api/v1/contacts?custom.second[contains]=example")));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_tenants_field_is_unknown_here(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var stranger = await hosts.NewTenant(engine);
        var field = await NewField(tenant.Admin, "customers", "score", "Number");
        var list = await NewList(tenant.Admin, "grade", "gold");
        (await stranger.Admin.Post("/api/v1/customers", new { name = "A", custom = new { score = 1 } })).Refused(HttpStatusCode.BadRequest, "custom-fields/invalid");
        (await stranger.Admin.Get("/api/v1/customers?custom.score=1")).Refused(HttpStatusCode.BadRequest, "request/unknown-parameter");
        (await stranger.Admin.Get($"/api/v1/custom-fields/{field.Id}")).Refused(HttpStatusCode.NotFound);
        (await stranger.Admin.Post("/api/v1/custom-fields", NewFieldBody("customers", "grade", "Choice", new { pickListId = list }))).Refused(HttpStatusCode.BadRequest, "pick-lists/not-found");
        Assert.Empty((await stranger.Admin.Get("/api/v1/customers/fields")).Ok()["fields"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Built_in_choices_take_every_word_until_the_tenant_closes_their_list(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        await NewCustomer(admin, new { name = "Own words", industry = "Space mining" });
        var list = (await admin.Get("/api/v1/pick-lists?key=industry")).Ok()["items"]![0]!;
        Assert.True((bool)list["builtIn"]! && (bool)list["allowsOther"]!);
        (await admin.Delete($"/api/v1/pick-lists/{list["id"]}", "*")).Refused(HttpStatusCode.Conflict, "pick-lists/built-in");
        (await admin.Patch($"/api/v1/pick-lists/{list["id"]}", new { allowsOther = false }, "*")).Ok();

        var refused = (await admin.Post("/api/v1/customers", new { name = "Refused", industry = "Sea mining" })).Refused(HttpStatusCode.BadRequest, "pick-lists/not-offered");
        Assert.Equal(["industry"], refused["errors"]!.AsObject().Select(error => error.Key));
        var own = (await admin.Get("/api/v1/customers?name=Own words")).Ok()["items"]![0]!;
        (await admin.Patch($"/api/v1/customers/{own["id"]}", new { industry = "Space mining", region = "North" }, "*")).Ok();
        await NewCustomer(admin, new { name = "Chosen", industry = "finance" });

        var reasons = (await admin.Get("/api/v1/pick-lists?key=lost-reason")).Ok()["items"]![0]!;
        var customer = await NewCustomer(admin, new { name = "Buyer" });
        var deal = (await admin.Post("/api/v1/opportunities", new { name = "Deal", customerId = customer.Id })).Ok();
        (await admin.Patch($"/api/v1/pick-lists/{reasons["id"]}", new { allowsOther = false }, "*")).Ok();
        (await admin.Post($"/api/v1/opportunities/{deal.Id}/lose", new { reason = "They were odd" }, "*")).Refused(HttpStatusCode.BadRequest, "pick-lists/not-offered");
        (await admin.Post($"/api/v1/opportunities/{deal.Id}/lose", new { reason = "price" }, "*")).Ok();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Fields_and_choices_keep_the_order_that_they_were_given(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var admin = tenant.Admin;
        var list = await NewList(admin, "grade", "a", "b", "c");
        var values = (await admin.Get($"/api/v1/pick-values?pickListId={list}")).Ok()["items"]!.AsArray().Select(value => (Guid)value!["id"]!).ToArray();
        (await admin.Post($"/api/v1/pick-lists/{list}/reorder", new { valueIds = values.Take(2) }, "*")).Refused(HttpStatusCode.Conflict, "pick-lists/order-incomplete");
        (await admin.Post($"/api/v1/pick-lists/{list}/reorder", new { valueIds = values.Reverse() }, "*")).Ok();
        Assert.Equal(["c", "b", "a"], (await admin.Get($"/api/v1/pick-values?pickListId={list}")).Ok()["items"]!.AsArray().Select(value => (string)value!["key"]!));

        var one = await NewField(admin, "products", "one", "Text");
        var two = await NewField(admin, "products", "two", "Text");
        (await admin.Put("/api/v1/custom-fields/order", new { resource = "products", fieldIds = new[] { two.Id } })).Refused(HttpStatusCode.Conflict, "custom-fields/order-incomplete");
        (await admin.Put("/api/v1/custom-fields/order", new { resource = "products", fieldIds = new[] { two.Id, one.Id } })).Ok();
        Assert.Equal(["two", "one"], (await admin.Get("/api/v1/products/fields")).Ok()["fields"]!.AsArray().Select(field => (string)field!["key"]!));
    }

    static async Task<Answer> NewField(Session session, string resource, string key, string type, object? more = null) =>
        (await session.Post("/api/v1/custom-fields", NewFieldBody(resource, key, type, more))).Ok();

    static JsonObject NewFieldBody(string resource, string key, string type, object? more = null)
    {
        var field = new JsonObject { ["type"] = type, ["labelEn"] = key, ["labelZh"] = key };
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) field[name] = value?.DeepClone();
        return new JsonObject { ["resource"] = resource, ["key"] = key, ["field"] = field };
    }

    static async Task<Guid> NewList(Session session, string key, params string[] values)
    {
        var list = (await session.Post("/api/v1/pick-lists", new { key, list = new { labelEn = key, labelZh = key } })).Ok();
        foreach (var value in values) (await session.Post("/api/v1/pick-values", new { pickListId = list.Id, key = value, value = new { labelEn = value, labelZh = value } })).Ok();
        return list.Id;
    }

    static async Task<Answer> NewCustomer(Session session, object body) => (await session.Post("/api/v1/customers", body)).Ok();

    static List<string> Ids(Answer list) => [.. list.Ok()["items"]!.AsArray().Select(item => (string)item!["id"]!)];
}
