using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using SkiaSharp;
using Xunit;

namespace Crm.IntegrationTests.Files;

public sealed class PreviewTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_picture_has_a_small_and_a_large_preview_that_are_pictures_themselves(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        foreach (var format in new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp })
        {
            var file = (await admin.Upload("Customer", await admin.Customer(), $"site.{format}", FileCalls.Picture(2400, 1200, format))).Ok();
            Assert.Equal(("Image", "Image"), ((string?)file["kind"], (string?)file["preview"]));
            foreach (var (size, width, height) in new[] { ("Small", 256, 128), ("Large", 1600, 800), ("Small", 256, 128) })
            {
                using var response = await admin.Ask($"/api/v1/files/{file.Id}/preview?size={size}");
                Assert.Equal(("image/webp", "nosniff"), (response.Content.Headers.ContentType?.MediaType, response.Headers.GetValues("X-Content-Type-Options").Single()));
                using var picture = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                Assert.Equal((width, height), (picture.Width, picture.Height));
                using var again = await admin.Ask($"/api/v1/files/{file.Id}/preview?size={size}", ("If-None-Match", response.Headers.ETag!.ToString()));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            }
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_picture_that_promises_more_pixels_than_anybody_decodes_is_kept_without_a_preview(Engine engine)
    {
        var admin = (await hosts.NewTenant(engine)).Admin;
        var customer = await admin.Customer();
        var bomb = (await admin.Upload("Customer", customer, "bomb.png", FileCalls.Bomb(60_000, 60_000))).Ok();
        var torn = (await admin.Upload("Customer", customer, "torn.png", [.. FileCalls.Picture(300, 300)[..24], 1, 2, 3])).Ok();
        var words = (await admin.Upload("Customer", customer, "words.txt", "words"u8.ToArray())).Ok();

        // Twice: the second time it is known without being tried.
        for (var time = 0; time < 2; time++)
        {
            (await admin.Get($"/api/v1/files/{bomb.Id}/preview")).Refused(HttpStatusCode.UnprocessableEntity, "files/preview-too-large");
            (await admin.Get($"/api/v1/files/{torn.Id}/preview")).Refused(HttpStatusCode.UnprocessableEntity, "files/preview-unreadable");
            (await admin.Get($"/api/v1/files/{words.Id}/preview")).Refused(HttpStatusCode.NotFound, "files/no-preview");
        }
        Assert.Equal(FileCalls.Bomb(60_000, 60_000), await admin.Content(bomb.Id));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_former_versions_preview_stays_its_own(Engine engine)
    {
        using var seller = await (await hosts.NewTenant(engine)).As(BuiltInRoles.Salesperson);
        var file = (await seller.Upload("Customer", await seller.Customer(), "plan.png", FileCalls.Picture(400, 100))).Ok();
        (await seller.NewVersion(file.Id, FileCalls.Picture(100, 400))).Ok();

        foreach (var (no, wide) in new[] { (1, true), (2, false) })
        {
            using var response = await seller.Ask($"/api/v1/files/{file.Id}/preview?no={no}");
            using var picture = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(wide, picture.Width > picture.Height);
        }
    }
}
