using Crm.Platform.Files;
using Crm.Platform.Http;

namespace Crm.Platform.RecordFiles;

/// <summary>A file on a record as the API shows it.</summary>
public sealed record RecordFileView : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Of the entry, for If-Match; rises with every change of name, description, state and content.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary><c>Opportunity</c>, <c>Customer</c> or another kind of record.</summary>
    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>What sort of file it is, by its content.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>By its content; what its sender said does not count.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes of the current version.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the current version, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of the current version, from 1; as many versions there are.</summary>
    public required int CurrentNo { get; init; }

    /// <summary>When the current version came.</summary>
    public required DateTime ContentAt { get; init; }

    /// <summary>The member who brought it.</summary>
    public Guid? ContentBy { get; init; }

    public required FilePreviewKind Preview { get; init; }

    /// <summary>Whether the caller may change it, as whoever may edit its record.</summary>
    public required bool Editable { get; init; }

    public required DateTime CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    /// <summary>When its content was erased for good.</summary>
    public DateTime? ErasedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("files/not-found", "There is no such file.");

    internal static RecordFileView Of(RecordFile row, bool editable)
    {
        var format = FileFormats.Of(row.Format);
        return new()
        {
            Id = row.Id,
            Version = row.Version,
            Name = row.Name,
            Description = row.Description,
            RecordKind = row.RecordKind,
            RecordId = row.RecordId,
            Kind = row.Kind,
            ContentType = format.ContentType,
            Length = row.Length,
            Sha256 = row.Sha256,
            CurrentNo = row.CurrentNo,
            ContentAt = row.ContentAt,
            ContentBy = row.ContentBy,
            Preview = PreviewOf(row, format),
            Editable = editable && row.ErasedAt is null,
            CreatedAt = row.CreatedAt,
            CreatedBy = row.CreatedBy,
            UpdatedAt = row.UpdatedAt,
            ArchivedAt = row.ArchivedAt,
            ErasedAt = row.ErasedAt,
        };
    }

    static FilePreviewKind PreviewOf(RecordFile row, FileFormat format) =>
        row.ErasedAt is not null ? FilePreviewKind.None
        : PreviewMaker.Draws(format, row.Length) ? FilePreviewKind.Image
        : format.Kind == FileKind.Pdf ? FilePreviewKind.Pdf : FilePreviewKind.None;
}
