using System.Text;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.IntegrationTests.Opportunities;
using Crm.Platform.Data;
using Crm.Platform.Files;
using Crm.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.IntegrationTests.Files;

/// <summary>Files in a folder of the operator's instead of the database.</summary>
public sealed class FolderStoreTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crm-files-").FullName;

    TestHostOptions Folder => new() { Settings = new Dictionary<string, string> { ["Files:Store"] = "Folder", ["Files:Folder"] = _folder } };

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_file_in_the_folder_is_named_by_ids_alone_and_read_in_ranges_versions_and_previews_as_any(Engine engine)
    {
        await Need(engine);
        await using var host = await TestHost.Start(engine, Folder);
        var tenant = await host.NewTenant();
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        var customer = await seller.Customer();
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 90_000).Select(line => $"{line:000000}\n")));

        var file = (await seller.Upload("Customer", customer, "../../报价.txt", content)).Ok();
        var picture = (await seller.Upload("Customer", customer, "site.png", FileCalls.Picture(500, 300))).Ok();

        Assert.Equal(0, await StoredRows.Parts(tenant));
        var paths = Paths();
        Assert.Equal(2, paths.Count);
        Assert.All(paths, path => Assert.Matches("^" + tenant.Id.ToString("N") + "/[0-9a-f]{2}/[0-9a-f]{32}$", path));
        Assert.Equal(content, await seller.Content(file.Id));
        using var part = await seller.Ask($"/api/v1/files/{file.Id}/content", ("Range", "bytes=262140-262150"));
        Assert.Equal(content.AsSpan(262140, 11).ToArray(), await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var preview = await seller.Ask($"/api/v1/files/{picture.Id}/preview");
        Assert.Equal("image/webp", preview.Content.Headers.ContentType?.MediaType);

        var next = (await seller.NewVersion(file.Id, "shorter"u8.ToArray())).Ok();
        (await seller.Upload("Customer", customer, "same.txt", content)).Ok();
        Assert.Equal(3, Paths().Count);
        Assert.Equal(content, await seller.Content(file.Id, 1));
        (await tenant.Admin.Post($"/api/v1/files/{picture.Id}/erase", null, picture.ETag)).Ok();
        (await tenant.Admin.Post($"/api/v1/files/{file.Id}/erase", null, next.ETag)).Ok();
        Assert.Single(Paths());
        // An import reads its file from the folder too.
        using var csv = new StringContent("name\nFrom the folder\n", new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));
        var job = (await tenant.Admin.Post("/api/v1/customers/import", csv)).Ok();
        await Eventually.True(async () => (string?)(await tenant.Admin.Get($"/api/v1/jobs/{job.Id}")).Ok()["status"] == "Completed", "the import is done");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_was_stored_in_the_database_stays_readable_when_new_files_go_to_a_folder(Engine engine)
    {
        await Need(engine);
        await using var storage = await TestDatabase.Create(engine);
        Guid before;
        string slug;
        await using (var host = await TestHost.Start(engine, new TestHostOptions { Database = storage }))
        {
            var tenant = await host.NewTenant();
            slug = tenant.Slug;
            before = (await tenant.Admin.Upload("Customer", await tenant.Admin.Customer(), "old.pdf", FileCalls.Pdf)).Ok().Id;
            await tenant.NewMember("keeper", [BuiltInRoles.Administrator, BuiltInRoles.SalesOperations], []);
        }
        await using var later = await TestHost.Start(engine, Folder with { Database = storage });
        using var keeper = await Session.SignIn(later, slug, "keeper", TestTenant.Password);

        Assert.Equal(FileCalls.Pdf, await keeper.Content(before));
        (await keeper.NewVersion(before, [.. FileCalls.Pdf, (byte)'\n'])).Ok();
        Assert.Single(Paths());
        Assert.Equal(FileCalls.Pdf, await keeper.Content(before, 1));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task The_nightly_sweep_removes_what_no_row_stands_for_and_leaves_the_rest(Engine engine)
    {
        await Need(engine);
        await using var host = await TestHost.Start(engine, Folder);
        var tenant = await host.NewTenant();
        (await tenant.Admin.Upload("Customer", await tenant.Admin.Customer(), "kept.pdf", FileCalls.Pdf)).Ok();
        var kept = Paths().Single();
        var old = DateTime.UtcNow.AddDays(-3);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, kept), old);
        var orphan = Orphan(tenant, "", old);
        var arriving = Orphan(tenant, ".part", old);
        var young = Orphan(tenant, ".part", DateTime.UtcNow);
        var foreign = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(foreign, "not ours", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(foreign, old);
        await tenant.Write<Crm.Platform.Nothing>((db, _) =>
        {
            db.Add(new StoredFilePart { FileId = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddDays(-3)), No = 0, Content = [1] });
            db.Add(new StoredFilePart { FileId = Guid.CreateVersion7(DateTimeOffset.UtcNow), No = 0, Content = [1] });
            return Task.FromResult<Crm.Platform.Outcome<Crm.Platform.Nothing>>(Crm.Platform.Nothing.Value);
        });

        var work = host.Services.GetServices<IScheduledWork>().Single(one => one.Name == "platform.sweep-files");
        Assert.Equal("3 orphans removed", await work.Run(TestContext.Current.CancellationToken));

        Assert.False(File.Exists(orphan) || File.Exists(arriving));
        Assert.True(File.Exists(young) && File.Exists(foreign) && File.Exists(Path.Combine(_folder, kept)));
        Assert.Equal(1, await StoredRows.Parts(tenant));
    }

    [Fact]
    public async Task A_host_killed_in_the_middle_of_an_upload_leaves_a_stump_that_nobody_sees_and_goes_on()
    {
        await using var storage = await TestDatabase.Create(Engine.Sqlite);
        string slug;
        Guid customer;
        await using (var host = await TestHost.Start(Engine.Sqlite, new TestHostOptions { Database = storage }))
        {
            var tenant = await host.NewTenant();
            slug = tenant.Slug;
            customer = await tenant.Admin.Customer();
            await tenant.NewMember("keeper", [BuiltInRoles.Administrator, BuiltInRoles.SalesOperations], []);
        }
        await using (var process = await HostProcess.Start(storage, Folder))
        {
            using var sender = await Session.SignIn(new HttpClient { BaseAddress = process.Address }, slug, "keeper", TestTenant.Password);
            using var stalled = new StalledBody(new byte[600_000]);
            var upload = sender.Send(HttpMethod.Post, $"/api/v1/files?recordKind=Customer&recordId={customer}&fileName=half.bin", stalled);
            await Eventually.True(() => Paths().Count == 1, "the file is arriving");
            await process.Kill();
            stalled.BreakOff();
            await Assert.ThrowsAnyAsync<Exception>(() => upload);
        }
        Assert.EndsWith(".part", Paths().Single());

        await using var again = await TestHost.Start(Engine.Sqlite, Folder with { Database = storage });
        using var keeper = await Session.SignIn(again, slug, "keeper", TestTenant.Password);
        Assert.Empty((await keeper.Get($"/api/v1/files?recordKind=Customer&recordId={customer}")).Ok()["items"]!.AsArray());
        (await keeper.Upload("Customer", customer, "whole.pdf", FileCalls.Pdf)).Ok();
        foreach (var path in Paths()) File.SetLastWriteTimeUtc(Path.Combine(_folder, path), DateTime.UtcNow.AddDays(-3));
        await again.Services.GetServices<IScheduledWork>().Single(one => one.Name == "platform.sweep-files").Run(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(".part", Paths().Single());
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_file_that_nobody_kept_goes_with_its_bytes_when_its_time_is_over(Engine engine)
    {
        await Need(engine);
        await using var host = await TestHost.Start(engine, Folder);
        var tenant = await host.NewTenant();
        (await tenant.Admin.Upload("Customer", await tenant.Admin.Customer(), "kept.pdf", FileCalls.Pdf)).Ok();
        using var csv = new StringContent("name\nNever imported\n", new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv"));
        (await tenant.Admin.Post("/api/v1/import-files", csv)).Ok();
        Assert.Equal(2, Paths().Count);
        await tenant.Write<int>(async (db, ct) => await db.Set<StoredFile>().Where(row => row.Uses == 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, DateTime.UtcNow.AddDays(-1)), ct));

        await host.Services.GetServices<IScheduledWork>().Single(one => one.Name == "platform.purge").Run(TestContext.Current.CancellationToken);

        Assert.Single(Paths());
        Assert.Equal(1, await StoredRows.Files(tenant));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static async Task Need(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
    }

    string Orphan(TestTenant tenant, string ending, DateTime writtenAt)
    {
        var path = Path.Combine(_folder, tenant.Id.ToString("N"), "0a", Guid.NewGuid().ToString("N") + ending);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "half");
        File.SetLastWriteTimeUtc(path, writtenAt);
        return path;
    }

    List<string> Paths() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/')).Where(path => path != "notes.txt")];

    /// <summary>Sends its bytes and never comes to its end.</summary>
    sealed class StalledBody : HttpContent
    {
        readonly byte[] _first;
        readonly TaskCompletionSource _never = new();

        public StalledBody(byte[] first)
        {
            _first = first;
            Headers.ContentType = new("application/octet-stream");
        }

        public void BreakOff() => _never.TrySetException(new IOException("Broken off."));

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(_first);
            await stream.FlushAsync();
            await _never.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 2_000_000;
            return true;
        }
    }
}
