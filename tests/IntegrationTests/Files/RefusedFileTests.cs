using System.Net;
using System.Net.Sockets;
using System.Text;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Files;

public sealed class RefusedFileTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_leaves_nothing(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await tenant.Admin.Customer();
        var zip = FileCalls.Zip(("readme.txt", "hello"));

        var refused = (await tenant.Admin.Upload("Customer", customer, "contract.pdf", zip)).Refused(HttpStatusCode.UnsupportedMediaType, "files/type-mismatch");
        Assert.Contains("ZIP", (string?)refused["errors"]!["file"]![0]);
        foreach (var (name, content) in new[]
        {
            ("photo.png", FileCalls.Pdf), ("photo.jpg", Encoding.UTF8.GetBytes("<svg onload='x'/>")), ("quote.docx", zip), ("notes.txt", FileCalls.Pdf), ("quote.pdf", Encoding.UTF8.GetBytes("MZ not really")),
            ("quote", FileCalls.Pdf),
        })
            (await tenant.Admin.Upload("Customer", customer, name, content)).Refused(HttpStatusCode.UnsupportedMediaType, "files/type-mismatch");
        foreach (var name in new[] { "setup.exe", "setup", "run.bat", "login.js", "invoice.pdf.exe" })
            (await tenant.Admin.Upload("Customer", customer, name, Encoding.UTF8.GetBytes("MZ\0\0program"))).Refused(HttpStatusCode.UnsupportedMediaType, "files/kind-not-allowed");
        (await tenant.Admin.Upload("Customer", customer, "empty.txt", [])).Refused(HttpStatusCode.BadRequest, "files/empty");

        Assert.Equal(0, await StoredRows.Files(tenant));
        Assert.Equal(0, await StoredRows.Parts(tenant));
        (await tenant.Admin.Upload("Customer", customer, "letter.docx", FileCalls.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")))).Ok();
        (await tenant.Admin.Upload("Customer", customer, "archive.zip", zip)).Ok();
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_path_or_a_device_in_a_name_never_becomes_one(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var customer = await admin.Customer();

        foreach (var (sent, kept) in new[]
        {
            ("../../etc/passwd.txt", "passwd.txt"), ("..\\..\\windows\\system.ini", "system.ini"), ("C:\\secret\\plan.txt", "plan.txt"), ("/etc/hosts.txt", "hosts.txt"), ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"), ("what?.txt", "what_.txt"), ("a:b|c.txt", "a_b_c.txt"), (" spaced .txt ", "spaced .txt"), ("trailing.txt...", "trailing.txt"), ("gpj\u202Etxt.txt", "gpjtxt.txt"),
            ("合同（终稿）🎉.txt", "合同（终稿）🎉.txt"),
        })
            Assert.Equal(kept, (string?)(await admin.Upload("Customer", customer, sent, Encoding.UTF8.GetBytes("words " + sent))).Ok()["name"]);
        foreach (var sent in new[] { "..", "a/", "\\", "a\0b.txt", "a\nb.txt", "   ", "..." })
            Assert.NotNull((await admin.Upload("Customer", customer, sent, Encoding.UTF8.GetBytes("words"))).Refused(HttpStatusCode.BadRequest, "files/bad-name")["errors"]!["fileName"]);
        var shortened = (string)(await admin.Upload("Customer", customer, new string('长', 300) + ".txt", Encoding.UTF8.GetBytes("long"))).Ok()["name"]!;
        Assert.EndsWith(".txt", shortened);
        Assert.True(Encoding.UTF8.GetByteCount(shortened) <= 255, shortened);
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_page_or_a_drawing_is_kept_but_never_shown_as_a_page_of_ours(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var customer = await admin.Customer();

        foreach (var (name, text) in new[]
        {
            ("page.html", "<!doctype html><script>alert(1)</script>"), ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            ("feed.xml", "<?xml version='1.0'?><x/>"), ("sly.txt", "\uFEFF  <html><script>alert(1)</script>"),
        })
        {
            var file = (await admin.Upload("Customer", customer, name, Encoding.UTF8.GetBytes(text))).Ok();
            Assert.Equal(("Markup", "None"), ((string?)file["kind"], (string?)file["preview"]));
            using var response = await admin.Ask($"/api/v1/files/{file.Id}/content?inline=true");
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
            Assert.StartsWith("attachment", response.Content.Headers.GetValues("Content-Disposition").Single());
            Assert.Equal("default-src 'none'; sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
        var pdf = (await admin.Upload("Customer", customer, "a.pdf", FileCalls.Pdf)).Ok();
        using var inline = await admin.Ask($"/api/v1/files/{pdf.Id}/content?inline=true");
        Assert.StartsWith("inline", inline.Content.Headers.GetValues("Content-Disposition").Single());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_tenants_limits_hold_for_the_size_of_one_file_the_space_of_all_and_the_kinds_taken(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await tenant.Admin.Customer();
        var limits = (await tenant.Admin.Get("/api/v1/file-limits")).Ok();
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var wanted = new { maxFileBytes = 600_000, quotaBytes = 1_048_576, allowedKinds = new[] { "Text" } };
        (await seller.Put("/api/v1/file-limits", wanted, limits.ETag)).Refused(HttpStatusCode.Forbidden);
        var invalid = (await tenant.Admin.Put("/api/v1/file-limits", new { maxFileBytes = 1, quotaBytes = 1, allowedKinds = Array.Empty<string>() }, limits.ETag)).Refused(HttpStatusCode.BadRequest, "files/invalid-limits");
        Assert.Equal(["allowedKinds", "maxFileBytes", "quotaBytes"], invalid["errors"]!.AsObject().Select(error => error.Key).Order());
        (await tenant.Admin.Put("/api/v1/file-limits", wanted, limits.ETag)).Ok();

        (await tenant.Admin.Upload("Customer", customer, "a.pdf", FileCalls.Pdf)).Refused(HttpStatusCode.UnsupportedMediaType, "files/kind-not-allowed");
        tenant.Admin.Http.DefaultRequestHeaders.ExpectContinue = true;
        (await tenant.Admin.Upload("Customer", customer, "large.txt", Text(700_000, 'a'))).Refused(HttpStatusCode.RequestEntityTooLarge, "files/too-large");
        // Of a body that does not say its length the end is found by reading.
        using var chunked = new StreamContent(new MemoryStream(Text(620_000, 'b')));
        chunked.Headers.ContentType = new("application/octet-stream");
        tenant.Admin.Http.DefaultRequestHeaders.TransferEncodingChunked = true;
        (await tenant.Admin.Post($"/api/v1/files?recordKind=Customer&recordId={customer}&fileName=b.txt", chunked)).Refused(HttpStatusCode.RequestEntityTooLarge, "files/too-large");
        tenant.Admin.Http.DefaultRequestHeaders.TransferEncodingChunked = null;
        Assert.Equal((0, 0), (await StoredRows.Files(tenant), await StoredRows.Parts(tenant)));

        (await tenant.Admin.Upload("Customer", customer, "first.txt", Text(590_000, 'c'))).Ok();
        (await tenant.Admin.Upload("Customer", customer, "second.txt", Text(590_000, 'd'))).Refused(HttpStatusCode.UnprocessableEntity, "files/quota-exceeded");
        (await tenant.Admin.Upload("Customer", customer, "third.txt", Text(500_000, 'e'))).Refused(HttpStatusCode.UnprocessableEntity, "files/quota-exceeded");
        (await tenant.Admin.Upload("Customer", customer, "fourth.txt", Text(400_000, 'f'))).Ok();
        Assert.Equal(990_000, (long)(await seller.Get("/api/v1/file-limits")).Ok()["usedBytes"]!);
        Assert.Equal(2, await StoredRows.Files(tenant));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Of_an_upload_that_breaks_off_nothing_is_left(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var customer = await tenant.Admin.Customer();
        var address = tenant.Host.Address;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            var stream = socket.GetStream();
            var head = $"POST /api/v1/files?recordKind=Customer&recordId={customer}&fileName=half.txt HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {tenant.Admin.AccessToken}\r\n" +
                       "Content-Type: application/octet-stream\r\nContent-Length: 2000000\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
            await stream.WriteAsync(Text(900_000, 'x'), TestContext.Current.CancellationToken);
            // The body is taken in while it comes: a whole part of it stands in the database before its end was sent.
            await Eventually.True(async () => await StoredRows.Parts(tenant) > 0, "the first part is stored");
        }
        await Eventually.True(async () => await StoredRows.Parts(tenant) == 0, "what had come is gone");
        Assert.Equal(0, await StoredRows.Files(tenant));

        using var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf a form");
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        (await tenant.Admin.Post($"/api/v1/files?recordKind=Customer&recordId={customer}", cut)).Refused(HttpStatusCode.BadRequest, "files/bad-form");
        using var extra = new MultipartFormDataContent { { FileCalls.Body(FileCalls.Pdf), "file", "a.pdf" }, { new StringContent("x"), "recordId" } };
        (await tenant.Admin.Post($"/api/v1/files?recordKind=Customer&recordId={customer}", extra)).Refused(HttpStatusCode.BadRequest, "request/unknown-field");
        Assert.Equal((0, 0), (await StoredRows.Files(tenant), await StoredRows.Parts(tenant)));
    }

    static byte[] Text(int length, char letter) => Encoding.ASCII.GetBytes(new string(letter, length));
}
