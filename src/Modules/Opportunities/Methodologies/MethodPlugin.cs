using Crm.Methodology.Sdk;
using Microsoft.Extensions.Logging;

namespace Crm.Opportunities.Methodologies;

/// <summary>One version folder: checked when it is found, loaded when it is first needed, kept for the life of the host once it was.</summary>
internal sealed class MethodPlugin
{
    readonly Lock _loading = new();
    readonly string _folder;
    readonly MethodOptions _options;
    readonly TimeProvider _clock;
    readonly ILogger _logger;
    readonly CheckedManifest _check;
    volatile Loaded? _loaded;
    volatile bool _isGone;

    public MethodPlugin(string folder, string id, string version, MethodOptions options, TimeProvider clock, ILogger logger)
    {
        (_folder, Id, Version, _options, _clock, _logger) = (folder, id, version, options, clock, logger);
        Number = SemanticVersion.TryParse(version, out var number) ? number : null;
        _check = ManifestCheck.Read(folder, id, version);
        if (!_check.IsGood)
            logger.LogWarning("The method {Id} {Version} is {State}: {Reason}", id, version, _check.State, _check.Reason);
    }

    /// <summary>As the folder has it.</summary>
    public string Id { get; }

    /// <summary>As the folder has it.</summary>
    public string Version { get; }

    public SemanticVersion? Number { get; }

    public PluginManifest? Manifest => _check.Manifest;

    /// <summary>What opportunities use; <see langword="null"/> until it is loaded, and for ever when it cannot be.</summary>
    public MethodVersion? Method => _loaded?.Method;

    public PluginTally Tally => _loaded?.Calls?.Tally ?? new PluginTally();

    /// <summary>Whether its folder was there at the last scan.</summary>
    public bool IsGone
    {
        get => _isGone;
        set => _isGone = value;
    }

    public (MethodState State, string? Reason) Standing =>
        _loaded is not { } loaded ? (_check.State, _check.Reason)
        : loaded.Method is null ? (loaded.State, loaded.Reason)
        : loaded.Calls!.OutReason is { } reason ? (MethodState.Malfunctioned, reason)
        : _isGone ? (MethodState.Retired, "Its folder is gone.")
        : (MethodState.Active, null);

    /// <summary>Whether new opportunities may take it.</summary>
    public bool IsOffered => Standing.State == MethodState.Active;

    /// <summary>Loads it unless that was tried before.</summary>
    public MethodVersion? Load()
    {
        if (_loaded is null && _check.IsGood)
        {
            lock (_loading)
                _loaded ??= LoadWithinLimit(_check.Manifest!);
        }

        return Method;
    }

    /// <summary>Asks a plugin again that was asked no more.</summary>
    public void Reset() => _loaded?.Calls?.Reset();

    Loaded LoadWithinLimit(PluginManifest manifest)
    {
        // On a thread of its own: code that never comes back takes no pool thread with it.
        Loaded? result = null;
        var thread = new Thread(() => result = LoadNow(manifest)) { IsBackground = true, Name = $"Load {Id} {Version}" };
        thread.Start();
        var loaded = thread.Join(_options.LoadTimeoutMs)
            ? result!
            : Loaded.Bad(MethodState.Malfunctioned, $"It did not load and describe itself within {_options.LoadTimeoutMs} ms.");
        if (loaded.Method is null)
            _logger.LogWarning("The method {Id} {Version} is {State}: {Reason}", Id, Version, loaded.State, loaded.Reason);
        else
            _logger.LogInformation("The method {Id} {Version} is loaded", Id, Version);
        return loaded;
    }

    Loaded LoadNow(PluginManifest manifest)
    {
        PluginAssembly? assembly = null;
        try
        {
            assembly = PluginAssembly.Load(Path.Combine(_folder, manifest.Assembly), manifest.EntryType);
            var calls = new PluginCalls($"{Id} {Version}", assembly.Method, _options, _clock, _logger);
            var loaded = Describe(assembly.Method, calls);
            if (loaded.Method is not null)
                return loaded with { Assembly = assembly };
            assembly.Dispose();
            return loaded;
        }
        catch (PluginRefusedException ex)
        {
            return Loaded.Bad(MethodState.Invalid, ex.Message);
        }
        catch (Exception ex) when (assembly is null && ex is BadImageFormatException or IOException or TypeLoadException or MissingMethodException)
        {
            return Loaded.Bad(MethodState.Invalid, $"Its assembly does not load: {ex.GetType().Name}: {WithoutPaths(ex.Message)}");
        }
        catch (Exception ex)
        {
            assembly?.Dispose();
            return Loaded.Bad(MethodState.Malfunctioned, $"It threw {ex.GetType().Name} while it was loaded or described itself: {WithoutPaths(ex.Message)}");
        }
    }

    Loaded Describe(ISalesMethod method, PluginCalls calls)
    {
        var definition = method.Describe();
        if (definition is null)
            return Loaded.Bad(MethodState.Malfunctioned, "It described nothing.");
        var faults = DefinitionRules.Check(definition);
        if (faults.Count > 0)
            return Loaded.Bad(MethodState.Invalid, $"Its definition is unsound: {string.Join(" ", faults.Take(3).Select(fault => $"{fault.Path}: {fault.Reason}"))}{(faults.Count > 3 ? $" And {faults.Count - 3} more." : "")}");

        // The copy is checked as well: what a plugin's list shows the first time need not be what it shows the second.
        var version = MethodVersion.Of(definition, calls);
        if (DefinitionRules.Check(version.Definition).Count > 0 || version.Id != Id || version.Version != Version)
            return Loaded.Bad(MethodState.Invalid, $"It describes itself as {version.Id} {version.Version}, or not twice the same; its manifest says {Id} {Version}.");
        return new Loaded(MethodState.Active, null, version, calls);
    }

    string WithoutPaths(string message)
    {
        var text = message.Replace(_folder, "…", StringComparison.Ordinal);
        return text.Length <= 500 ? text : text[..500] + "…";
    }

    sealed record Loaded(MethodState State, string? Reason, MethodVersion? Method, PluginCalls? Calls)
    {
        /// <summary>Held while the plugin is: a load context that nobody holds begins to unload, and finds no dependency from then on.</summary>
        public PluginAssembly? Assembly { get; init; }

        public static Loaded Bad(MethodState state, string reason) => new(state, reason, null, null);
    }
}
