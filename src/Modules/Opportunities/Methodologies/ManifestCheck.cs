using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>
/// Reads and checks what lies in a version folder before a byte of it is loaded. The answer names what is wrong without naming
/// a path of this machine, since it is shown by API.
/// </summary>
internal static class ManifestCheck
{
    public const int MaxManifestBytes = 64 * 1024;
    public const int MaxFiles = 200;
    public const long MaxFolderBytes = 50L * 1024 * 1024;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = 8,
    };

    /// <param name="folder">The version folder.</param>
    /// <param name="id">The name of the folder above it: the id that it has to hold.</param>
    /// <param name="version">The name of the folder: the version that it has to hold.</param>
    public static CheckedManifest Read(string folder, string id, string version)
    {
        try
        {
            return Check(new DirectoryInfo(folder), id, version);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return CheckedManifest.Bad(MethodState.Invalid, $"The folder cannot be read: {ex.GetType().Name}.");
        }
    }

    static CheckedManifest Check(DirectoryInfo folder, string id, string version)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, PluginManifest.FileName));
        if (!file.Exists)
            return CheckedManifest.Bad(MethodState.Invalid, "There is no plugin.json.");
        if (file.Length > MaxManifestBytes)
            return CheckedManifest.Bad(MethodState.Invalid, $"plugin.json is larger than {MaxManifestBytes / 1024} KB.");

        PluginManifest? manifest;
        try
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(file.FullName);
            manifest = JsonSerializer.Deserialize<PluginManifest>(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, Json);
        }
        catch (JsonException ex)
        {
            return CheckedManifest.Bad(MethodState.Invalid, $"plugin.json is not as it should be: {ex.Message}");
        }

        if (manifest is null)
            return CheckedManifest.Bad(MethodState.Invalid, "plugin.json is empty.");
        var reason = NameFault(manifest, id, version) ?? AssemblyFault(folder, manifest) ?? FolderFault(folder);
        if (reason is not null)
            return CheckedManifest.Bad(MethodState.Invalid, reason, manifest);

        if (!SdkRange.TryParse(manifest.Sdk, out var range))
            return CheckedManifest.Bad(MethodState.Invalid, "The SDK range is not of the form [1.0.0, 2.0.0).", manifest);
        return range.Contains(MethodSdk.Version)
            ? CheckedManifest.Good(manifest)
            : CheckedManifest.Bad(MethodState.NotSupported, $"Made for SDK {range}; this host has {MethodSdk.Version}.", manifest);
    }

    static string? NameFault(PluginManifest manifest, string id, string version)
    {
        if (!DefinitionRules.IsMethodId(manifest.Id))
            return "The id is not a lower-case letter followed by up to 39 lower-case letters, digits or hyphens.";
        if (!SemanticVersion.TryParse(manifest.Version, out _))
            return "The version is not one of Semantic Versioning 2.0 without build metadata.";
        if (manifest.Id != id || manifest.Version != version)
            return $"The manifest says {Shown(manifest.Id)} {Shown(manifest.Version)}, but its folder says {Shown(id)} {Shown(version)}.";
        if (!IsText(manifest.Names.Zh) || !IsText(manifest.Names.En))
            return "The names are not 1 to 200 characters in both Chinese and English.";
        return IsTypeName(manifest.EntryType) ? null : "The entry type is not the full name of a class.";
    }

    static string? AssemblyFault(DirectoryInfo folder, PluginManifest manifest)
    {
        // A bare file name has no way out of the folder on any platform; a link could still be one.
        if (!IsAssemblyName(manifest.Assembly))
            return "The assembly is not a bare file name that ends in .dll; a path is refused.";
        if (manifest.Assembly.Equals("Crm.Methodology.Sdk.dll", StringComparison.OrdinalIgnoreCase))
            return "The assembly is the SDK itself.";
        return new FileInfo(Path.Combine(folder.FullName, manifest.Assembly)).Exists
            ? null
            : $"The assembly {manifest.Assembly} is not beside plugin.json.";
    }

    static string? FolderFault(DirectoryInfo folder)
    {
        var (files, bytes) = (0, 0L);
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, MaxRecursionDepth = 5 }))
        {
            if (entry.LinkTarget is not null && !IsInside(folder, entry.ResolveLinkTarget(returnFinalTarget: true)))
                return $"{Shown(entry.Name)} is a link that leads out of the folder.";
            if (entry is not FileInfo file)
                continue;
            files++;
            bytes += file.Length;
            if (files > MaxFiles || bytes > MaxFolderBytes)
                return $"The folder holds more than {MaxFiles} files or {MaxFolderBytes / 1024 / 1024} MB.";
        }

        return null;
    }

    static bool IsInside(DirectoryInfo folder, FileSystemInfo? target)
    {
        var root = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        return target is not null && target.FullName.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    static bool IsAssemblyName(string text) =>
        text.Length is > 4 and <= 200 && text.EndsWith(".dll", StringComparison.Ordinal) && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    static bool IsTypeName(string text) =>
        text.Length is > 0 and <= 300 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '+');

    static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 200;

    static string Shown(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
