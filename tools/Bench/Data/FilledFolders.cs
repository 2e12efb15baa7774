using System.Diagnostics;
using System.Text.Json;
using Crm.Bench.Hosts;

namespace Crm.Bench.Data;

/// <summary>Data folders of the embedded default, kept from run to run; made anew when the schema has changed.</summary>
internal sealed class FilledFolders(string root)
{
    (string Folder, BenchTenant Tenant)? _base;

    public async Task<FilledFolder> With(int count, CancellationToken ct, bool oneStage = false)
    {
        var (source, tenant) = _base ??= await MakeBase(ct);
        var folder = Path.Combine(root, $"sqlite-{count}{(oneStage ? "-one-stage" : "")}");
        if (await Kept(folder, ct) is { } kept && kept.Schema == tenant.Schema && kept.Count == count)
            return new(folder, kept);

        var began = Stopwatch.StartNew();
        BenchRun.Say($"filling {count:N0} opportunities into {folder}");
        Copy(source, folder);
        var filled = tenant with { Count = count, OneStage = oneStage };
        SqliteFill.Run(SqliteFile.In(folder), filled, count);
        await File.WriteAllTextAsync(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(filled), ct);
        BenchRun.Say($"filled in {began.Elapsed.TotalSeconds:0} s");
        return new(folder, filled);
    }

    /// <summary>The tenant alone, without the fill.</summary>
    public async Task<FilledFolder> Base(CancellationToken ct)
    {
        var (folder, tenant) = _base ??= await MakeBase(ct);
        return new(folder, tenant);
    }

    /// <summary>A copy to write in.</summary>
    public FilledFolder Working(FilledFolder filled, string name)
    {
        var folder = Path.Combine(root, name);
        Copy(filled.Path, folder);
        return filled with { Path = folder };
    }

    public string Empty(string name)
    {
        var folder = Path.Combine(root, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    async Task<(string, BenchTenant)> MakeBase(CancellationToken ct)
    {
        BenchRun.Say("making the tenant through the API");
        var folder = Empty("base");
        BenchTenant tenant;
        await using (var host = await BenchHost.Start(folder, ct))
            tenant = await TenantMaker.Make(host.Api, ct);
        return (folder, tenant with { Schema = SqliteFile.Schema(SqliteFile.In(folder)) });
    }

    static async Task<BenchTenant?> Kept(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, "bench.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<BenchTenant>(await File.ReadAllTextAsync(file, ct)) : null;
    }

    void Copy(string from, string to)
    {
        Empty(Path.GetFileName(to));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
