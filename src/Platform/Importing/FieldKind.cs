namespace Crm.Platform.Importing;

/// <summary>How a cell is read.</summary>
public enum FieldKind
{
    Text,

    /// <summary>An amount, rounded to its currency's minor units by a reported rule.</summary>
    Amount,

    /// <summary>A unit price with up to 6 decimals.</summary>
    UnitPrice,

    Number,

    WholeNumber,

    /// <summary>A business date; see <see cref="DateFormats"/>.</summary>
    Date,

    /// <summary>One word of a closed list.</summary>
    Choice,

    /// <summary>ISO 4217 code.</summary>
    Currency,
}
