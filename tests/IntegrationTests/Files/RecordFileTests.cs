using System.Net;
using System.Text;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Files;

public sealed class RecordFileTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_a_seller_puts_on_a_deal_is_read_back_byte_for_byte_under_its_chinese_name(Engine engine)
    {
        using var seller = await (await hosts.NewTenant(engine)).As(BuiltInRoles.Salesperson);
        var deal = (await seller.Open()).Ok();

        var file = (await seller.Upload("Opportunity", deal.Id, "华东电力 报价单.pdf", FileCalls.Pdf)).Ok();

        Assert.Equal(HttpStatusCode.Created, file.Status);
        Assert.Equal("华东电力 报价单.pdf", (string?)file["name"]);
        Assert.Equal(("Pdf", "application/pdf", "Pdf", true), ((string?)file["kind"], (string?)file["contentType"], (string?)file["preview"], (bool)file["editable"]!));
        using var response = await seller.Ask($"/api/v1/files/{file.Id}/content");
        Assert.Equal(FileCalls.Pdf, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"\"{(string?)file["sha256"]}\"", response.Headers.ETag?.Tag);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        var disposition = response.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.StartsWith("attachment;", disposition);
        Assert.Contains("filename*=UTF-8''" + Uri.EscapeDataString("华东电力 报价单.pdf"), disposition);
        var listed = (await seller.Get($"/api/v1/files?recordKind=Opportunity&recordId={deal.Id}&kind=Pdf&count=true")).Ok();
        Assert.Equal(file.Id, (Guid)listed["items"]![0]!["id"]!);
        Assert.Equal(1, (int)listed["totalCount"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_form_and_a_plain_body_are_the_same_file_and_the_second_takes_no_space(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await tenant.Admin.Customer();
        var form = new MultipartFormDataContent { { FileCalls.Body(FileCalls.Pdf), "file", "quote.pdf" } };

        var sent = (await tenant.Admin.Post($"/api/v1/files?recordKind=Customer&recordId={customer}&description=Signed", form)).Ok();
        var used = (long)(await tenant.Admin.Get("/api/v1/file-limits")).Ok()["usedBytes"]!;
        var again = (await tenant.Admin.Upload("Customer", customer, "copy.pdf", FileCalls.Pdf)).Ok();

        Assert.Equal("quote.pdf", (string?)sent["name"]);
        Assert.Equal("Signed", (string?)sent["description"]);
        Assert.Equal((string?)sent["sha256"], (string?)again["sha256"]);
        Assert.Equal(FileCalls.Pdf.Length, used);
        Assert.Equal(used, (long)(await tenant.Admin.Get("/api/v1/file-limits")).Ok()["usedBytes"]!);
        Assert.Equal(1, await StoredRows.Files(tenant));
        Assert.Equal(FileCalls.Pdf, await tenant.Admin.Content(again.Id));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Ranges_are_served_across_the_parts_that_a_file_is_kept_in(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(line => $"{line:000000}\n")));
        var file = (await admin.Upload("Customer", await admin.Customer(), "lines.txt", content)).Ok();
        var path = $"/api/v1/files/{file.Id}/content";
        var tag = $"\"{(string?)file["sha256"]}\"";

        foreach (var (range, from, length) in new[] { ("bytes=0-9", 0, 10), ("bytes=262140-262150", 262140, 11), ("bytes=524288-", 524288, content.Length - 524288), ("bytes=-7", content.Length - 7, 7) })
        {
            using var part = await admin.Ask(path, ("Range", range), ("If-Range", tag));
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal(content.AsSpan(from, length).ToArray(), await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        using var unchanged = await admin.Ask(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var beyond = await admin.Ask(path, ("Range", "bytes=9999999-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var changed = await admin.Ask(path, ("Range", "bytes=0-9"), ("If-Range", "\"another\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-50")]
    [Trait("Promise", "S-93")]
    public async Task Whoever_sees_a_record_reads_its_files_and_only_who_edits_it_adds_replaces_and_archives(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.Salesperson, TestTenant.South);
        using var reader = await tenant.As(BuiltInRoles.ReadOnly);
        using var shipping = await tenant.As(BuiltInRoles.Shipping);
        var deal = (await seller.Open()).Ok();
        var onDeal = (await seller.Upload("Opportunity", deal.Id, "offer.pdf", FileCalls.Pdf)).Ok();
        var customer = await seller.Customer();
        var onCustomer = (await seller.Upload("Customer", customer, "contract.pdf", FileCalls.Pdf)).Ok();

        Assert.Equal(FileCalls.Pdf, await reader.Content(onDeal.Id));
        Assert.False((bool)(await reader.Get($"/api/v1/files/{onDeal.Id}")).Ok()["editable"]!);
        (await reader.Upload("Opportunity", deal.Id, "mine.pdf", FileCalls.Pdf)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await reader.NewVersion(onDeal.Id, FileCalls.Pdf)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await reader.Patch($"/api/v1/files/{onDeal.Id}", new { name = "x.pdf" }, "*")).Refused(HttpStatusCode.Forbidden);
        (await reader.Delete($"/api/v1/files/{onDeal.Id}", "*")).Refused(HttpStatusCode.Forbidden);

        // Shipping sees customers and no opportunities, so the same for their files.
        Assert.Equal(FileCalls.Pdf, await shipping.Content(onCustomer.Id));
        (await shipping.Get($"/api/v1/files/{onDeal.Id}")).Refused(HttpStatusCode.NotFound, "files/not-found");

        foreach (var path in new[] { "", "/content", "/preview", "/versions" }) (await south.Get($"/api/v1/files/{onDeal.Id}{path}")).Refused(HttpStatusCode.NotFound, "files/not-found");
        (await south.Get($"/api/v1/files?recordKind=Opportunity&recordId={deal.Id}")).Refused(HttpStatusCode.NotFound, "records/not-found");
        (await south.Upload("Opportunity", deal.Id, "mine.pdf", FileCalls.Pdf)).Refused(HttpStatusCode.NotFound);
        (await seller.Patch($"/api/v1/opportunities/{deal.Id}", new { team = new[] { new { memberId = south.MemberId } } }, "*")).Ok();
        Assert.Equal(FileCalls.Pdf, await south.Content(onDeal.Id));

        using var stranger = await (await hosts.NewTenant(engine)).As(BuiltInRoles.Administrator);
        (await stranger.Get($"/api/v1/files/{onDeal.Id}/content")).Refused(HttpStatusCode.NotFound, "files/not-found");
        (await stranger.Post($"/api/v1/files/{onDeal.Id}/erase", null, "*")).Refused(HttpStatusCode.NotFound, "files/not-found");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_new_version_leaves_the_former_readable_and_a_former_one_comes_back_as_the_next(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        byte[] first = Encoding.UTF8.GetBytes("price 100"), second = Encoding.UTF8.GetBytes("price 90");
        var file = (await admin.Upload("Customer", await admin.Customer(), "price.txt", first)).Ok();

        var next = (await admin.NewVersion(file.Id, second)).Ok();
        Assert.Equal((2, 2), ((int)next["currentNo"]!, next.Version));
        (await admin.NewVersion(file.Id, second)).Refused(HttpStatusCode.Conflict, "files/same-content");
        (await admin.NewVersion(file.Id, FileCalls.Pdf)).Refused(HttpStatusCode.UnsupportedMediaType, "files/type-mismatch");
        Assert.Equal(second, await admin.Content(file.Id));
        Assert.Equal(first, await admin.Content(file.Id, 1));
        (await admin.Get($"/api/v1/files/{file.Id}/content?no=7")).Refused(HttpStatusCode.NotFound, "files/no-such-version");

        (await admin.Post($"/api/v1/files/{file.Id}/versions/2/restore", null, next.ETag)).Refused(HttpStatusCode.Conflict, "files/current-version");
        (await admin.Post($"/api/v1/files/{file.Id}/versions/1/restore", null, file.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        var back = (await admin.Post($"/api/v1/files/{file.Id}/versions/1/restore", null, next.ETag)).Ok();

        Assert.Equal(3, (int)back["currentNo"]!);
        Assert.Equal(first, await admin.Content(file.Id));
        var versions = (await admin.Get($"/api/v1/files/{file.Id}/versions?limit=2")).Ok();
        Assert.Equal([3, 2], versions["items"]!.AsArray().Select(one => (int)one!["no"]!));
        Assert.Equal(1, (int)versions["items"]![0]!["restoredFrom"]!);
        Assert.Equal(first.Length + second.Length, (long)(await admin.Get("/api/v1/file-limits")).Ok()["usedBytes"]!);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_file_is_renamed_within_its_format_archived_and_brought_back(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var customer = await admin.Customer();
        var file = (await admin.Upload("Customer", customer, "contract.pdf", FileCalls.Pdf)).Ok();
        var path = $"/api/v1/files/{file.Id}";

        foreach (var name in new[] { "../contract.pdf", "a\\b.pdf", "contract.docx", "contract.exe", "contract", "CON.pdf", "a:b.pdf", "", "  ", new string('长', 100) + ".pdf", "tab\t.pdf", "a.pdf." })
        {
            var refused = (await admin.Patch(path, new { name }, "*")).Refused(HttpStatusCode.BadRequest, "files/invalid");
            Assert.NotNull(refused["errors"]!["name"]);
        }
        var renamed = (await admin.Patch(path, new { name = "合同 终稿.PDF", description = "双方已签" }, file.ETag)).Ok();
        Assert.Equal("合同 终稿.PDF", (string?)renamed["name"]);
        (await admin.Delete(path, file.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        var archived = (await admin.Delete(path, renamed.ETag)).Ok();

        Assert.Empty((await admin.Get($"/api/v1/files?recordKind=Customer&recordId={customer}")).Ok()["items"]!.AsArray());
        Assert.Single((await admin.Get($"/api/v1/files?recordKind=Customer&recordId={customer}&archived=true")).Ok()["items"]!.AsArray());
        Assert.Equal(FileCalls.Pdf, await admin.Content(file.Id));
        (await admin.NewVersion(file.Id, FileCalls.Pdf)).Refused(HttpStatusCode.Conflict, "files/archived");
        (await admin.Post($"{path}/restore", null, archived.ETag)).Ok();
        Assert.Single((await admin.Get($"/api/v1/files?recordKind=Customer&recordId={customer}")).Ok()["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_same_key_puts_a_file_on_a_record_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await tenant.Admin.Customer();

        var first = (await tenant.Admin.Upload("Customer", customer, "a.pdf", FileCalls.Pdf, "once")).Ok();
        var again = (await tenant.Admin.Upload("Customer", customer, "a.pdf", FileCalls.Pdf, "once")).Ok();
        (await tenant.Admin.Upload("Customer", customer, "b.pdf", FileCalls.Pdf, "once")).Refused(HttpStatusCode.UnprocessableEntity, "idempotency/key-reused");

        Assert.Equal(first.Id, again.Id);
        Assert.Single((await tenant.Admin.Get($"/api/v1/files?recordKind=Customer&recordId={customer}")).Ok()["items"]!.AsArray());
        Assert.Equal(1, await StoredRows.Files(tenant));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_archived_record_takes_no_file_and_an_unknown_kind_is_named(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var customer = (await admin.Post("/api/v1/customers", new { name = "Gone Ltd" })).Ok();
        (await admin.Delete($"/api/v1/customers/{customer.Id}", customer.ETag)).Ok();

        (await admin.Upload("Customer", customer.Id, "a.pdf", FileCalls.Pdf)).Refused(HttpStatusCode.UnprocessableEntity, "records/archived");
        Assert.NotNull((await admin.Upload("Planet", customer.Id, "a.pdf", FileCalls.Pdf)).Refused(HttpStatusCode.BadRequest, "records/unknown-kind")["errors"]!["recordKind"]);
        Assert.NotNull((await admin.Get("/api/v1/files?recordKind=Customer")).Refused(HttpStatusCode.BadRequest)["errors"]!["recordId"]);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_erased_file_is_gone_with_every_version_and_its_name_and_what_another_file_shares_stays(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var manager = await tenant.As(BuiltInRoles.SalesManager);
        var customer = await manager.Customer();
        var secret = Encoding.UTF8.GetBytes("passport of Li Na");
        var file = (await manager.Upload("Customer", customer, "Li Na.txt", secret)).Ok();
        var latest = (await manager.NewVersion(file.Id, Encoding.UTF8.GetBytes("shared words"))).Ok();
        var other = (await manager.Upload("Customer", customer, "shared.txt", Encoding.UTF8.GetBytes("shared words"))).Ok();
        (await manager.Post($"/api/v1/files/{file.Id}/erase", null, latest.ETag)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");

        var erased = (await tenant.Admin.Post($"/api/v1/files/{file.Id}/erase", null, latest.ETag)).Ok();

        Assert.NotNull(erased["erasedAt"]);
        Assert.DoesNotContain("Li Na", erased.Text);
        foreach (var path in new[] { "content", "content?no=1", "preview" }) (await manager.Get($"/api/v1/files/{file.Id}/{path}")).Refused(HttpStatusCode.Conflict, "files/erased");
        (await tenant.Admin.Post($"/api/v1/files/{file.Id}/restore", null, "*")).Refused(HttpStatusCode.Conflict, "files/erased");
        Assert.Equal("shared words", Encoding.UTF8.GetString(await manager.Content(other.Id)));
        Assert.Equal(1, await StoredRows.Files(tenant));
        Assert.Equal(1, await StoredRows.Parts(tenant));
        Assert.Equal("shared words".Length, (long)(await manager.Get("/api/v1/file-limits")).Ok()["usedBytes"]!);
    }
}
