namespace Crm.Platform.Importing;

/// <summary>A file looked at before it is imported.</summary>
public sealed record ImportPreview
{
    /// <summary>The stored file: send it back as <c>fileId</c>.</summary>
    public required Guid FileId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The encoding found, and how.</summary>
    public required TextEncoding Encoding { get; init; }

    public required string Delimiter { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The first rows as written.</summary>
    public required IReadOnlyList<PreviewRow> Rows { get; init; }

    /// <summary>The mapping that the column names suggest.</summary>
    public required ImportMapping SuggestedMapping { get; init; }

    /// <summary>The fields that a column can fill.</summary>
    public required IReadOnlyList<ImportFieldView> Fields { get; init; }

    /// <summary>The choices left to the caller.</summary>
    public required IReadOnlyList<ImportPolicy> Policies { get; init; }
}
