namespace Crm.Platform.Importing;

/// <summary>An import as it stands in its job: what was asked, of which file, and whose records the caller may write.</summary>
sealed record ImportInput
{
    public required Guid FileId { get; init; }

    public required ImportOptions Options { get; init; }

    public required ImportScope Scope { get; init; }

    /// <summary>Whose customers the rows may name.</summary>
    public required ImportScope CustomerScope { get; init; }

    /// <summary>Keys of the caller's roles: which custom fields the file may fill.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
