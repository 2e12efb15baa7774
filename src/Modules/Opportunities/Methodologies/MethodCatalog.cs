using System.Collections.Immutable;
using Crm.Methodology.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.Opportunities.Methodologies;

/// <summary>
/// The method versions that this host has. It looks at the folder when it is first asked and loads a version when that version is
/// first needed, so that a start waits for none. Safe for many threads.
/// </summary>
internal sealed class MethodCatalog(IOptions<MethodOptions> options, TimeProvider clock, ILogger<MethodCatalog> logger)
{
    readonly MethodOptions _options = options.Value;
    readonly Lock _scanning = new();

    // By (id, version) as the folders have them. Replaced whole, so that readers need no lock.
    volatile ImmutableDictionary<(string Id, string Version), MethodPlugin>? _plugins;

    ImmutableDictionary<(string Id, string Version), MethodPlugin> Plugins
    {
        get
        {
            if (_plugins is { } known)
                return known;
            lock (_scanning)
                return _plugins ??= Scan(ImmutableDictionary<(string, string), MethodPlugin>.Empty);
        }
    }

    /// <summary>
    /// The version that an opportunity is pinned to; <see langword="null"/> when this host does not have it in working order. A
    /// version that lies in the folder but was not there at the last scan is found too: another node may have pinned to it.
    /// </summary>
    public MethodVersion? Find(string id, string version)
    {
        if (Plugins.TryGetValue((id, version), out var plugin))
            return plugin.Load();
        return DefinitionRules.IsMethodId(id) && SemanticVersion.TryParse(version, out _) ? FindOnDisk(id, version)?.Load() : null;
    }

    /// <summary>The version that a new opportunity takes: the highest release in order, else the highest pre-release.</summary>
    public MethodVersion? Latest(string id)
    {
        MethodVersion? outOfOrder = null;
        foreach (var plugin in Plugins.Values.Where(plugin => plugin.Id == id && plugin.Number is not null && !plugin.IsGone)
            .OrderBy(plugin => plugin.Number!.IsPreRelease).ThenByDescending(plugin => plugin.Number))
        {
            if (plugin.Load() is not { } method)
                continue;
            if (plugin.IsOffered)
                return method;
            outOfOrder ??= method;
        }

        // Better one whose own judgement is lost than none: its stages and gates still hold.
        return outOfOrder;
    }

    /// <summary>Everything that lies in the folder, loaded, by id and then newest first.</summary>
    public IReadOnlyList<MethodListing> List()
    {
        var plugins = Plugins.Values.ToList();
        foreach (var plugin in plugins)
            plugin.Load();
        return [.. plugins.Select(Listing).OrderBy(listing => listing.Id, StringComparer.Ordinal)
            .ThenByDescending(listing => SemanticVersion.TryParse(listing.Version, out var number) ? number : null)
            .ThenBy(listing => listing.Version, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Looks at the folder again. A loaded version stays as it was loaded, whatever its files say now; one that is out of order
    /// gets another try.
    /// </summary>
    public RescanReport Rescan()
    {
        ImmutableDictionary<(string Id, string Version), MethodPlugin> before, after;
        List<MethodPlugin> retried;
        lock (_scanning)
        {
            before = _plugins ?? ImmutableDictionary<(string, string), MethodPlugin>.Empty;
            retried = [.. before.Values.Where(plugin => plugin.Standing.State is MethodState.Invalid or MethodState.NotSupported or MethodState.Malfunctioned)];
            foreach (var plugin in retried)
                plugin.Reset();
            _plugins = after = Scan(before);
        }

        var report = new RescanReport(
            Listings(after.Values.Where(plugin => !before.ContainsKey((plugin.Id, plugin.Version)))),
            Listings(retried.Select(plugin => after.GetValueOrDefault((plugin.Id, plugin.Version))).OfType<MethodPlugin>().Where(plugin => !plugin.IsGone)),
            Listings(after.Values.Where(plugin => plugin.IsGone)));
        logger.LogInformation("Methods rescanned: {Added} added, {Retried} tried again, {Retired} retired", report.Added.Count, report.Retried.Count, report.Retired.Count);
        return report;
    }

    ImmutableDictionary<(string Id, string Version), MethodPlugin> Scan(ImmutableDictionary<(string Id, string Version), MethodPlugin> known)
    {
        var found = ImmutableDictionary.CreateBuilder<(string Id, string Version), MethodPlugin>();
        foreach (var (folder, id, version) in VersionFolders())
        {
            if (known.TryGetValue((id, version), out var plugin) && plugin.Method is not null)
                plugin.IsGone = false;
            else
                plugin = new MethodPlugin(folder, id, version, _options, clock, logger);
            found.Add((id, version), plugin);
        }

        foreach (var (key, plugin) in known)
        {
            if (found.ContainsKey(key) || plugin.Method is null)
                continue;
            plugin.IsGone = true;
            found.Add(key, plugin);
        }

        return found.ToImmutable();
    }

    IEnumerable<(string Folder, string Id, string Version)> VersionFolders()
    {
        try
        {
            // A folder whose name begins with a dot is one that is still being filled.
            var folders = new DirectoryInfo(_options.FullFolder).EnumerateDirectories()
                .SelectMany(method => method.EnumerateDirectories().Select(version => (version.FullName, method.Name, version.Name)))
                .Where(folder => folder.Item2[0] != '.' && folder.Item3[0] != '.')
                .OrderBy(folder => folder.Item2, StringComparer.Ordinal).ThenBy(folder => folder.Item3, StringComparer.Ordinal)
                .Take(_options.MaxVersions + 1).ToList();
            if (folders.Count > _options.MaxVersions)
                logger.LogError("The plugins folder holds more than {Max} versions; the rest is not looked at", _options.MaxVersions);
            return folders.Take(_options.MaxVersions);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            logger.LogError(ex, "The plugins folder cannot be read; there are no methods");
            return [];
        }
    }

    MethodPlugin? FindOnDisk(string id, string version)
    {
        var folder = Path.Combine(_options.FullFolder, id, version);
        if (!Directory.Exists(folder))
            return null;
        lock (_scanning)
        {
            if (!Plugins.TryGetValue((id, version), out var plugin))
            {
                plugin = new MethodPlugin(folder, id, version, _options, clock, logger);
                _plugins = Plugins.Add((id, version), plugin);
            }

            return plugin;
        }
    }

    IReadOnlyList<MethodListing> Listings(IEnumerable<MethodPlugin> plugins)
    {
        var list = plugins.ToList();
        foreach (var plugin in list)
            plugin.Load();
        return [.. list.Select(Listing)];
    }

    MethodListing Listing(MethodPlugin plugin)
    {
        var (state, reason) = plugin.Standing;
        if (state == MethodState.Active && Latest(plugin.Id) is { } latest && latest.Version != plugin.Version)
            (state, reason) = (MethodState.Superseded, $"Version {latest.Version} is the one for new opportunities.");
        return new MethodListing
        {
            Id = plugin.Id,
            Version = plugin.Version,
            State = state,
            Reason = reason,
            Names = plugin.Manifest?.Names,
            Sdk = plugin.Manifest?.Sdk,
            Method = plugin.Method,
            Tally = plugin.Tally,
        };
    }
}
