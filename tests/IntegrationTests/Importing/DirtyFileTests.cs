using System.Net;
using System.Text;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Importing;

public sealed class DirtyFileTests(Hosts hosts)
{
    const string Names = "客户名称,行业\n华为技术有限公司,technology\n北京京东世纪贸易有限公司,retail\n";

    static readonly string[] TwoChineseNames = ["北京京东世纪贸易有限公司", "华为技术有限公司"];

    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    static DirtyFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory, MemberData(nameof(Engines))]
    public async Task Chinese_names_arrive_whole_from_whatever_encoding_a_spreadsheet_saved(Engine engine)
    {
        var files = new (string Encoding, string How, byte[] File)[]
        {
            ("gb18030", "Content", Encoding.GetEncoding("gbk").GetBytes(Names)),
            ("utf-8", "Content", Encoding.UTF8.GetBytes(Names)),
            ("utf-8", "ByteOrderMark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Names)]),
            ("utf-16", "ByteOrderMark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Names)]),
            ("utf-16be", "ByteOrderMark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Names)]),
        };
        foreach (var (encoding, how, file) in files)
        {
            var tenant = await hosts.NewTenant(engine);
            var job = await tenant.Admin.Imported("customers", file);
            Assert.Equal((encoding, how), ((string?)job["summary"]!["encoding"]!["name"], (string?)job["summary"]!["encoding"]!["how"]));
            Assert.Equal((2, 0, 0, 0), job.Counts());
            Assert.Equal(TwoChineseNames, await CustomerNames(tenant.Admin));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_encoding_that_is_named_wrongly_is_refused_and_nothing_is_read_as_question_marks(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var gbk = Encoding.GetEncoding("gbk").GetBytes(Names);
        (await tenant.Admin.Import("customers", gbk, new { encoding = "utf-8" })).Refused(HttpStatusCode.BadRequest, "import/encoding-wrong");
        (await tenant.Admin.Import("customers", gbk, new { encoding = "klingon" })).Refused(HttpStatusCode.BadRequest, "import/encoding-unknown");
        // UTF-16 without its mark looks like letters with NUL bytes between them.
        (await tenant.Admin.Import("customers", Encoding.Unicode.GetBytes("name\nAcme\n"))).Refused(HttpStatusCode.BadRequest, "import/not-text");
        Assert.Equal((1, 0, 0, 0), (await tenant.Admin.Imported("customers", Encoding.Unicode.GetBytes("name\nAcme\n"), new { encoding = "utf-16" })).Counts());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_bad_row_is_refused_by_line_and_reason_and_the_others_come_in(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var file = "name,note,employees\n"
            + "One,x,1\n"
            + "Too few,x\n"
            + "Too many,x,1,2\n"
            + "\n"
            + "\"Two, with a comma\",\"and a second\r\nline\",2\n"
            + "\"quoted\" and more,x,2\n"
            + "Nul\0byte,x,2\n"
            + ",x,2\n"
            + "Not a number,x,many\n"
            + "Three,x,３\n";
        var job = await tenant.Admin.Imported("customers", file);

        Assert.Equal((3, 0, 0, 6), job.Counts());
        Assert.Equal(
        [
            (3, "", "import/ragged-row"), (4, "", "import/ragged-row"), (8, "", "import/text-after-quote"), (9, "name", "import/control-character"),
            (10, "name", "import/value-missing"), (11, "employees", "import/number-not-understood"),
        ], await tenant.Admin.Reasons(job));
        Assert.Equal(3, (await tenant.Admin.All("/api/v1/customers")).Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_cell_of_ten_megabytes_refuses_its_own_row_only(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var file = $"name,industry\nOne,retail\n\"{new string('x', 5_000_000)}\n\"\"{new string('y', 5_000_000)}\",retail\nTwo,retail\n";
        var job = await tenant.Admin.Imported("customers", file);
        Assert.Equal((2, 0, 0, 1), job.Counts());
        Assert.Equal([(3L, "", "import/cell-too-long")], await tenant.Admin.Reasons(job));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_quotation_mark_that_is_never_closed_is_told_with_the_line_where_it_opens(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var job = await tenant.Admin.Imported("customers", "name,industry\nOne,retail\n\"Two,retail\nThree,retail\n");
        Assert.Equal((1, 0, 0, 1), job.Counts());
        Assert.Equal([(3L, "", "import/quote-not-closed")], await tenant.Admin.Reasons(job));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Semicolons_tabs_and_bars_divide_cells_and_any_line_end_ends_a_row(Engine engine)
    {
        foreach (var divider in new[] { ",", ";", "\t", "|" })
        {
            foreach (var end in new[] { "\n", "\r\n", "\r" })
            {
                var tenant = await hosts.NewTenant(engine);
                var job = await tenant.Admin.Imported("customers", string.Join(end, $"name{divider}industry", $"One{divider}retail", $"Two{divider}medical", ""));
                Assert.Equal((2, 0, 0, 0), job.Counts());
                Assert.Equal(divider, (string?)job["summary"]!["delimiter"]);
                Assert.Equal(["One", "Two"], await CustomerNames(tenant.Admin));
            }
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_that_is_no_list_is_refused_at_once_with_what_it_is(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var files = new (byte[] File, string Code)[]
        {
            ([], "import/file-empty"),
            ("\n\n  \n"u8.ToArray(), "import/file-empty"),
            ([0x50, 0x4B, 0x03, 0x04, 20, 0, 6, 0, 8, 0], "import/not-text"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "import/not-text"),
            ([0x00, 0x01, 0x02, 0xFF, 0xFF, 0xFF], "import/encoding-not-found"),
            ("One,retail\nTwo,medical\n"u8.ToArray(), "import/mapping-invalid"),
            ("name,name\nOne,Two\n"u8.ToArray(), "import/column-twice"),
            (Encoding.UTF8.GetBytes(new string('n', 100_000) + ",industry\nOne,retail\n"), "import/cell-too-long"),
            (Encoding.UTF8.GetBytes(new string('n', 1_000) + ",industry\nOne,retail\n"), "import/column-name-invalid"),
        };
        foreach (var (file, code) in files)
        {
            (await ops.Import("customers", file)).Refused(HttpStatusCode.BadRequest, code);
            if (code != "import/mapping-invalid") (await ops.Send(HttpMethod.Post, "/api/v1/customers/import/preview", Imports.Form(file, null))).Refused(HttpStatusCode.BadRequest, code);
        }
        Assert.Empty(await ops.All("/api/v1/jobs"));

        var headerOnly = await ops.Imported("customers", "name,industry\n");
        Assert.Equal(("Completed", 0L, 0L), ((string?)headerOnly["status"], headerOnly.Done(), (long)headerOnly["total"]!));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_mapping_that_cannot_be_is_refused_with_the_field_before_any_row(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        const string File = "name,sector,paid\nOne,retail,1\n";
        await Refused(new { mapping = new { columns = new { name = "name", colour = "sector" } } }, "mapping.colour");
        await Refused(new { mapping = new { columns = new { name = "nobody" } } }, "mapping.columns.name");
        await Refused(new { mapping = new { columns = new { industry = "sector" } } }, "mapping.columns.name");
        await Refused(new { mapping = new { columns = new { name = "name" }, templates = new { name = "{sector}" } } }, "mapping.templates.name");
        await Refused(new { mapping = new { columns = new { name = "name" }, templates = new { address = "{street}" } } }, "mapping.templates.address");
        await Refused(new { mapping = new { columns = new { name = "name" }, constants = new { employees = "many" } } }, "mapping.constants.employees");
        await Refused(new { mapping = new { columns = new { name = "name" }, dateFormat = "MM" } }, "mapping.dateFormat");
        await Refused("""{"mapping": {"columns": {"name": null}}}""", "options.mapping.columns");
        await Refused("""{"policies": {"industrySpelling": null}}""", "options.policies");
        await Refused(new { policies = new { industrySpelling = "guess" } }, "policies.industrySpelling");
        await Refused(new { policies = new { colour = "red" } }, "policies.colour");
        await Refused(new { delimiter = "ab" }, "delimiter");
        await Refused(new { externalSource = "" }, "externalSource");
        await Refused(new { speed = 1 }, "options.speed");
        await Refused("""{"mapping": {"columns": {"name": "name", "name": "sector"}}}""", null);
        await Refused("{", null);
        Assert.Empty(await ops.All("/api/v1/jobs"));

        // One column may fill two fields: a product list often has no code but the name.
        var both = await ops.Imported("customers", File, new { mapping = new { columns = new { name = "name", shortName = "name" } } });
        Assert.Equal((1, 0, 0, 0), both.Counts());

        async Task Refused(object options, string? field)
        {
            var answer = (await ops.Import("customers", Encoding.UTF8.GetBytes(File), options)).Refused(HttpStatusCode.BadRequest);
            if (field is not null) Assert.True(answer["errors"]?[field] is not null, $"{field} is not named in {answer.Text}");
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Amounts_and_dates_are_read_as_people_write_them_or_refused(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var ops = tenant.Admin;
        (await ops.Post("/api/v1/customers", new { name = "Acme" })).Ok();
        var good = new (string Amount, string Date, decimal Read)[]
        {
            ("1234.5", "2027-03-01", 1234.5m), ("\"1,234.50\"", "2027/3/1", 1234.5m), ("￥1 234.50", "2027.3.1", 1234.5m), ("１２３４．５", "20270301", 1234.5m),
            ("$1234.50", "2027年3月1日", 1234.5m), ("1234.5元", "2027-03-01 08:30", 1234.5m), ("\"￥１，２３４.5\"", "２０２７-０３-０１", 1234.5m), ("0", "2027-03-01T00:00:00Z", 0m),
        };
        var bad = new (string Amount, string Date, string Field, string Code)[]
        {
            ("\"12,34.5\"", "2027-03-01", "amount", "import/number-not-understood"), ("1e5", "2027-03-01", "amount", "import/number-not-understood"),
            ("-1", "2027-03-01", "amount", "import/number-out-of-range"), ("1000000000000000", "2027-03-01", "amount", "import/number-out-of-range"),
            ("=1+1", "2027-03-01", "amount", "import/number-not-understood"), ("1", "01/03/2027", "closeDate", "import/date-not-understood"),
            ("1", "2027-02-30", "closeDate", "import/date-not-understood"), ("1", "9999-01-01", "closeDate", "import/date-out-of-range"),
        };
        var csv = "id,name,customer,amount,close_date\n"
            + string.Concat(good.Select((row, i) => $"g{i},Deal g{i},Acme,{row.Amount},{row.Date}\n"))
            + string.Concat(bad.Select((row, i) => $"b{i},Deal b{i},Acme,{row.Amount},{row.Date}\n"));
        var job = await ops.Imported("opportunities", csv, new { mapping = Deals(null) });

        Assert.Equal((good.Length, 0, 0, bad.Length), job.Counts());
        Assert.Equal(bad.Select(row => (row.Field, row.Code)), (await ops.Reasons(job)).Select(reason => (reason.Field, reason.Code)));
        var deals = (await ops.All("/api/v1/opportunities")).ToDictionary(deal => (string)deal["name"]!);
        for (var i = 0; i < good.Length; i++)
        {
            Assert.Equal(good[i].Read, (decimal)deals[$"Deal g{i}"]["amount"]!["amount"]!);
            Assert.Equal("2027-03-01", (string?)deals[$"Deal g{i}"]["closeDate"]);
        }

        // A form with the day first means two dates to two people: it is read when the request names it, and rounding is told.
        var named = await ops.Imported("opportunities", "id,name,customer,amount,close_date\nn1,Deal n1,Acme,\"1.234,567\",02/03/2027\n", new { mapping = Deals("dd/MM/yyyy") });
        Assert.Equal((1, 0, 0, 0), named.Counts());
        Assert.Equal([("amount", "rounded-to-minor-units", "1234.567", "1234.57")], await ops.Warnings(named));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_rows_of_a_job_are_read_by_outcome_and_downloaded_without_formulas_that_run(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var job = await ops.Imported("customers", "id,name,sector,employees\n=cmd|x,\"=HYPERLINK(\"\"http://x\"\")\",technolgy,1\n2,Two,retail,=1+1\n3,Three,retail,3\n");
        Assert.Equal((2, 0, 0, 1), job.Counts());

        Assert.Equal(["=cmd|x", "3"], (await ops.Rows(job, "&outcome=Created")).Select(row => (string?)row["key"]));
        var refused = Assert.Single(await ops.Rows(job, "&outcome=Refused&failed=true"));
        Assert.Equal((2L, 3L, "2"), ((long)refused["row"]!, (long)refused["line"]!, (string?)refused["key"]));
        Assert.Contains("'=1+1' is not a number", (string?)refused["reasons"]![0]!["detail"], StringComparison.Ordinal);
        Assert.Empty(await ops.Rows(job, "&outcome=Unchanged"));
        (await ops.Get($"/api/v1/jobs/{job.Id}/results?outcome=")).Refused(HttpStatusCode.BadRequest);
        (await ops.Get($"/api/v1/jobs/{job.Id}/results?colour=red")).Refused(HttpStatusCode.BadRequest);
        Assert.Contains("=HYPERLINK(\"http://x\")", await CustomerNames(ops));

        using var answer = await ops.Http.GetAsync($"/api/v1/jobs/{job.Id}/results.csv", TestContext.Current.CancellationToken);
        var csv = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("row,line,key,outcome,recordId,note,field,code,detail,from,to", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,2,'=cmd|x,Created,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("warning,industry,one-letter-off,,technolgy,technology", lines[1], StringComparison.Ordinal);
        Assert.Contains("reason,employees,import/number-not-understood", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, (await Lines(ops, job, "?failed=true")).Length);
        Assert.Equal(2, (await Lines(ops, job, "?warned=true&outcome=Created")).Length);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_gap_that_a_constant_fills_is_told_on_its_row(Engine engine)
    {
        var ops = (await hosts.NewTenant(engine)).Admin;
        var job = await ops.Imported("customers", "name,sector\nOne,retail\nTwo,\n", new
        {
            mapping = new { columns = new { name = "name", industry = "sector" }, constants = new { industry = "services", region = "East" } },
        });
        Assert.Equal((2, 0, 0, 0), job.Counts());
        Assert.Equal([("industry", "constant-for-empty", "", "services")], await ops.Warnings(job));
    }

    [Fact]
    public async Task A_file_over_a_hundred_megabytes_is_refused_and_nothing_of_it_stays()
    {
        var tenant = await hosts.NewTenant(Engine.Sqlite);
        var row = Encoding.ASCII.GetBytes("One,retail," + new string('x', 1013) + "\n");
        using var stream = new MemoryStream(101 * 1024 * 1024);
        stream.Write("name,industry,rest\n"u8);
        while (stream.Length <= 100L * 1024 * 1024) stream.Write(row);

        var answer = await tenant.Admin.Send(HttpMethod.Post, "/api/v1/customers/import", Imports.Form(stream.ToArray(), null));
        answer.Refused(HttpStatusCode.RequestEntityTooLarge, "files/too-large");

        await using var db = tenant.Read();
        Assert.Empty(db.Set<Crm.Platform.Files.StoredFile>());
        Assert.Empty(db.Set<Crm.Platform.Files.StoredFilePart>().Select(part => part.No));
    }

    static object Deals(string? dateFormat) => new
    {
        columns = new { externalId = "id", name = "name", customer = "customer", amount = "amount", closeDate = "close_date" },
        constants = new { type = "NewProject", stage = "Qualify", currency = "CNY" },
        dateFormat,
        decimalComma = dateFormat is not null,
    };

    static async Task<string[]> Lines(Session ops, Answer job, string query) =>
        (await ops.Get($"/api/v1/jobs/{job.Id}/results.csv{query}")).Ok().Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    static async Task<List<string>> CustomerNames(Session session) =>
        [.. (await session.All("/api/v1/customers")).Select(customer => (string)customer["name"]!).Order(StringComparer.Ordinal)];
}
