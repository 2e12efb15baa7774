using Crm.Platform.Data;

namespace Crm.Platform.Fields;

/// <summary>
/// A custom value as lists find and sort by it: written in the save of its record, one row a value, none where there is no value. The
/// record's own JSON is what is shown.
/// </summary>
public sealed class FieldValueRow : ITenantOwned
{
    public const int TextLength = 400;

    public Guid TenantId { get; set; }

    public Guid RecordId { get; set; }

    public Guid FieldId { get; set; }

    /// <summary>0, and up for the further values of a field that holds several.</summary>
    public int No { get; set; }

    /// <summary>Texts, keys of choices, ids.</summary>
    public string? Text { get; set; }

    /// <summary>Numbers and amounts times 10^6, dates as days, instants as microseconds, yes as 1.</summary>
    public long? Number { get; set; }

    /// <summary>Digest of the value where no other record may have it.</summary>
    public string? UniqueKey { get; set; }
}
