namespace Crm.Contracts.Organization;

/// <summary>How a fiscal year is divided into weeks.</summary>
public enum FiscalWeeks
{
    /// <summary>Monday to Sunday, cut at the ends of months, so that every week lies in one month.</summary>
    ClippedToMonths,

    /// <summary>Monday to Sunday, whole; a week belongs to the year that has most of its days (ISO 8601 for a year that begins in January). Weeks cross months.</summary>
    Iso,

    /// <summary>Whole weeks, and periods of 4, 4 and 5 of them instead of months. A year of 53 weeks has the odd one in its last period.</summary>
    FourFourFive,
}
