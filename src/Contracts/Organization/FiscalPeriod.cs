namespace Crm.Contracts.Organization;

/// <summary>Where a date lies in the fiscal calendar. All numbers count from 1.</summary>
/// <param name="Year">Named by the calendar year it ends in; of a calendar that is told by weeks, the year of the week.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Month">1 to 12: the month of the fiscal year, or the period of 4-4-5.</param>
/// <param name="MonthStart">The month's first date.</param>
/// <param name="MonthEnd">Its last date.</param>
/// <param name="WeekYear">The year that the week is counted in; differs from <paramref name="Year"/> where whole weeks cross the year's end.</param>
/// <param name="Week">The week within <paramref name="WeekYear"/>.</param>
/// <param name="WeekStart">The week's first date.</param>
/// <param name="WeekEnd">Its last date.</param>
public sealed record FiscalPeriod(
    int Year, int Quarter, int Month, DateOnly MonthStart, DateOnly MonthEnd, int WeekYear, int Week, DateOnly WeekStart, DateOnly WeekEnd);
