using System.Net;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Search;

public sealed class SearchTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_chinese_name_is_found_by_its_letters_its_pinyin_and_its_initials(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await Customer(tenant.Admin, "华为技术有限公司");
        await Customer(tenant.Admin, "重庆长安汽车股份有限公司");

        foreach (var typed in new[] { "华为", "技术有限", "为技", "有限公司 华为", "hw", "huawei", "HuaWeiJiShu", "hwjs", "华" })
            Assert.Contains("华为技术有限公司", await Titles(tenant.Admin, typed));
        foreach (var typed in new[] { "长安", "chongqing", "cqca", "changan", "ca", "股份有限" })
            Assert.Contains("重庆长安汽车股份有限公司", await Titles(tenant.Admin, typed));
        Assert.Equal(2, (await Titles(tenant.Admin, "有限公司")).Count);
        foreach (var typed in new[] { "华技", "wh", "zhongguo", "腾讯" }) Assert.Empty(await Titles(tenant.Admin, typed));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_western_name_is_found_by_its_words_and_despite_a_mistake(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await Customer(tenant.Admin, "Schneider Electric (China) Co., Ltd.");
        await Customer(tenant.Admin, "Zürich Re");

        foreach (var typed in new[] { "schn", "electric schneider", "schnieder", "shcneider", "snheider", "schneidr", "chneider", "SCHNEIDER", "elektric" })
            Assert.Equal(["Schneider Electric (China) Co., Ltd."], await Titles(tenant.Admin, typed));
        foreach (var typed in new[] { "zurich", "ZÜR", "zurcih" }) Assert.Equal(["Zürich Re"], await Titles(tenant.Admin, typed));
        foreach (var typed in new[] { "siemens", "schneider siemens", "zzz" }) Assert.Empty(await Titles(tenant.Admin, typed));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_kind_is_found_by_what_people_know_of_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = (await tenant.Admin.Put("/api/v1/customers/by-external/erp/K-88421", new { name = "远景能源", uscc = "91440300192203821X" }));
        customer = customer.Status == HttpStatusCode.BadRequest ? (await tenant.Admin.Put("/api/v1/customers/by-external/erp/K-88421", new { name = "远景能源" })).Ok() : customer.Ok();
        (await tenant.Admin.Post("/api/v1/contacts", new { customerId = customer.Id, contact = new { name = "单国强", mobile = "+86 138 1234 5678", email = "shan.gq@envision.example" } })).Ok();
        (await tenant.Admin.Post("/api/v1/opportunities", new { name = "风电场监控系统", customerId = customer.Id })).Ok();
        (await tenant.Admin.Post("/api/v1/products", new { code = "GTX-5500", name = "监控网关", listPrice = new { amount = 10, currency = "CNY" } })).Ok();

        Assert.Equal([("Customer", "远景能源", "externalId")], await Hits(tenant.Admin, "K-88421"));
        Assert.Equal([("Customer", "远景能源", "externalId")], await Hits(tenant.Admin, "k88421"));
        foreach (var typed in new[] { "13812345678", "5678", "shan.gq@envision.example" })
            Assert.Equal(("Contact", "单国强"), Assert.Single((await Hits(tenant.Admin, typed)).Select(hit => (hit.Kind, hit.Title))));
        Assert.Contains(("Contact", "单国强", "name"), await Hits(tenant.Admin, "sgq"));
        Assert.Equal([("Product", "监控网关", "code")], await Hits(tenant.Admin, "gtx5500"));
        Assert.Equal(["Opportunity", "Product"], (await Hits(tenant.Admin, "监控")).Select(hit => hit.Kind).Order());
        Assert.Equal(["Opportunity"], (await Hits(tenant.Admin, "监控", "&kinds=Opportunity")).Select(hit => hit.Kind));

        var hit = (await tenant.Admin.Get("/api/v1/search?q=5678")).Ok()["groups"]![0]!["hits"]![0]!;
        Assert.Equal("远景能源", (string?)hit["subtitle"]);
        Assert.Equal(customer.Id, (Guid)hit["customerId"]!);
        var text = (string)hit["text"]!;
        var mark = hit["highlights"]![0]!;
        Assert.Equal("5678", text.Substring((int)mark["start"]!, (int)mark["length"]!));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_closest_comes_first_and_among_equals_the_own(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.SalesManager);
        await Customer(seller, "恒瑞医药");
        foreach (var name in new[] { "上海恒瑞", "恒瑞", "恒瑞医药研究院", "hrz ltd" }) await Customer(tenant.Admin, name);

        Assert.Equal(["恒瑞", "恒瑞医药研究院", "恒瑞医药", "上海恒瑞"], await Titles(tenant.Admin, "恒瑞"));
        Assert.Equal("hrz ltd", (await Titles(tenant.Admin, "hr"))[0]);
        Assert.Equal(["恒瑞医药"], await Titles(seller, "恒瑞"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_record_is_found_by_what_it_is_called_now(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var made = (await tenant.Admin.Post("/api/v1/customers", new { name = "旧日电子", shortName = "旧日" })).Ok();
        var contact = (await tenant.Admin.Post("/api/v1/contacts", new { customerId = made.Id, contact = new { name = "诸葛明" } })).Ok();
        var path = $"/api/v1/customers/{made.Id}";

        var renamed = (await tenant.Admin.Patch(path, new { name = "新月电子", shortName = "新月" }, made.ETag)).Ok();
        Assert.Empty(await Titles(tenant.Admin, "旧日"));
        Assert.Empty(await Titles(tenant.Admin, "jiuri"));
        Assert.Equal(["新月电子"], await Titles(tenant.Admin, "xinyue"));
        Assert.Equal(["新月电子"], await Titles(tenant.Admin, "电子"));

        var archived = (await tenant.Admin.Delete(path, renamed.ETag)).Ok();
        Assert.Empty(await Titles(tenant.Admin, "新月"));
        Assert.Empty(await Titles(tenant.Admin, "诸葛"));
        (await tenant.Admin.Post(path + "/restore", ifMatch: archived.ETag)).Ok();
        Assert.Equal(["新月电子"], await Titles(tenant.Admin, "新月"));

        (await tenant.Admin.Delete($"/api/v1/contacts/{contact.Id}", contact.ETag)).Ok();
        Assert.Empty(await Titles(tenant.Admin, "诸葛"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_opportunity_that_its_grain_renames_or_archives_is_found_so(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await Customer(tenant.Admin, "Acme");
        var made = (await tenant.Admin.Post("/api/v1/opportunities", new { name = "变电站改造", customerId = customer })).Ok();
        var path = $"/api/v1/opportunities/{made.Id}";

        var renamed = (await tenant.Admin.Patch(path, new { name = "储能电站一期" }, made.ETag)).Ok();
        Assert.Empty(await Titles(tenant.Admin, "变电站"));
        Assert.Equal(["储能电站一期"], await Titles(tenant.Admin, "cndz"));
        var archived = (await tenant.Admin.Delete(path, renamed.ETag)).Ok();
        Assert.Empty(await Titles(tenant.Admin, "储能"));
        (await tenant.Admin.Post(path + "/restore", ifMatch: archived.ETag)).Ok();
        Assert.Equal(["储能电站一期"], await Titles(tenant.Admin, "储能"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    [Trait("Promise", "S-26")]
    public async Task Nobody_finds_what_is_out_of_his_scope_or_another_tenants(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        var customer = await Customer(north, "北辰实业");
        (await north.Post("/api/v1/contacts", new { customerId = customer, contact = new { name = "南宫北辰" } })).Ok();
        var deal = (await north.Post("/api/v1/opportunities", new { name = "北辰一期", customerId = customer })).Ok();
        var other = await hosts.NewTenant(engine);

        foreach (var typed in new[] { "北辰", "beichen", "bc", "北" })
        {
            Assert.Equal(3, (await Titles(north, typed)).Count);
            Assert.Empty(await Titles(south, typed));
            Assert.Empty(await Titles(other.Admin, typed));
        }

        (await north.Patch($"/api/v1/opportunities/{deal.Id}", new { team = new[] { new { memberId = south.MemberId, role = "Presales" } } }, deal.ETag)).Ok();
        Assert.Equal(["北辰一期"], await Titles(south, "北辰"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_may_not_read_a_kind_finds_none_of_it(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await Customer(tenant.Admin, "Kestrel Works");
        (await tenant.Admin.Post("/api/v1/products", new { code = "K-1", name = "Kestrel sensor", listPrice = new { amount = 1, currency = "CNY" } })).Ok();
        (await tenant.Admin.Post("/api/v1/roles", new { key = "catalogue", name = "Catalogue", permissions = new[] { "ReadProducts" }, scopes = new Dictionary<string, string> { ["Customers"] = "All" } })).Ok();
        using var member = await tenant.As("catalogue");

        Assert.Equal(2, (await Titles(tenant.Admin, "kestrel")).Count);
        Assert.Equal(["Kestrel sensor"], await Titles(member, "kestrel"));
        Assert.Empty(await Hits(member, "kestrel", "&kinds=Customer"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_few_that_a_seller_sees_are_found_among_the_many_that_he_does_not(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        await Customer(seller, "长河科技有限公司");
        var intake = tenant.Host.Services.GetRequiredService<ICustomerIntake>();
        for (var i = 0; i < 3; i++)
        {
            var first = i * 400;
            await tenant.Write<Nothing>(async (db, ct) =>
            {
                await intake.TakeIn(db, [.. Enumerable.Range(first, 400).Select(n => new CustomerIntake { Name = $"第{n}科技有限公司", OwnerId = tenant.Admin.MemberId })], ct);
                return Nothing.Value;
            });
        }

        foreach (var typed in new[] { "科技", "有限公司", "kj", "科技 长河", "keji" }) Assert.Equal(["长河科技有限公司"], await Titles(seller, typed));
        Assert.Equal(["长河科技有限公司"], await Titles(tenant.Admin, "长河 科技"));
        var group = (await tenant.Admin.Get("/api/v1/search?q=科技&limit=50")).Ok()["groups"]![0]!;
        Assert.Equal(50, group["hits"]!.AsArray().Count);
        Assert.True((bool)group["hasMore"]!);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_cannot_be_asked_is_refused_by_name(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);

        foreach (var (query, field) in new[]
                 {
                     ("", "q"), ("?q=", "q"), ("?q=%20", "q"), ("?q=%00", "q"), ($"?q={new string('x', 101)}", "q"), ("?q=x&limit=0", "limit"), ("?q=x&limit=51", "limit"),
                     ("?q=x&kinds=Nothing", "kinds"), ("?q=x&kinds=", "kinds"), ("?q=x&colour=red", "colour"),
                 })
        {
            var refused = (await tenant.Admin.Get("/api/v1/search" + query)).Refused(HttpStatusCode.BadRequest);
            Assert.True(refused["errors"]?[field] is not null, $"{query}: {refused.Text}");
        }
        foreach (var typed in new[] { "!!!", "%25", "_", "'; drop table", "\ud83d\ude00" }) Assert.Empty(await Titles(tenant.Admin, typed));
    }

    static async Task<Guid> Customer(Session session, string name) => (await session.Post("/api/v1/customers", new { name })).Ok().Id;

    static async Task<List<string>> Titles(Session session, string typed) => [.. (await Hits(session, typed)).Select(hit => hit.Title)];

    static async Task<List<(string Kind, string Title, string Field)>> Hits(Session session, string typed, string more = "")
    {
        var groups = (await session.Get($"/api/v1/search?q={Uri.EscapeDataString(typed)}{more}")).Ok()["groups"]!.AsArray();
        return [.. groups.SelectMany(group => group!["hits"]!.AsArray().Select(hit => ((string)group["kind"]!, (string)hit!["title"]!, (string)hit["field"]!)))];
    }
}
