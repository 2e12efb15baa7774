namespace Crm.Contracts.Organization;

/// <summary>The tenant's fiscal year: the month it begins in and how it is divided. Pure: the same date always lies in the same period.</summary>
/// <param name="FirstMonth">1 to 12. A year that begins in January is the calendar year; any other is named by the calendar year it ends in.</param>
/// <param name="Weeks">How it is divided into weeks.</param>
public sealed record FiscalCalendar(int FirstMonth, FiscalWeeks Weeks)
{
    const int WeeksPerQuarter = 13;

    /// <summary>The calendar year.</summary>
    public static FiscalCalendar Default { get; } = new(1, FiscalWeeks.ClippedToMonths);

    /// <summary>The first date of a fiscal year; of 4-4-5 the Monday it begins with.</summary>
    public DateOnly StartOf(int year) => Weeks == FiscalWeeks.FourFourFive ? WeeksStart(year) : MonthsStart(year);

    /// <summary>The last date of a fiscal year.</summary>
    public DateOnly EndOf(int year) => StartOf(year + 1).AddDays(-1);

    /// <summary>How many weeks a year has.</summary>
    public int WeeksIn(int year) => Of(Weeks == FiscalWeeks.Iso ? WeeksStart(year + 1).AddDays(-1) : EndOf(year)).Week;

    /// <summary>The period that a date lies in.</summary>
    public FiscalPeriod Of(DateOnly date) => Weeks switch
    {
        FiscalWeeks.FourFourFive => OfWeeks(date),
        FiscalWeeks.Iso => OfMonths(date, WholeWeek(date)),
        _ => OfMonths(date, ClippedWeek(date)),
    };

    FiscalPeriod OfMonths(DateOnly date, (int Year, int Number, DateOnly Start, DateOnly End) week)
    {
        var month = MonthOf(date);
        var start = new DateOnly(date.Year, date.Month, 1);
        return new FiscalPeriod(YearOf(date), (month - 1) / 3 + 1, month, start, start.AddMonths(1).AddDays(-1), week.Year, week.Number, week.Start, week.End);
    }

    FiscalPeriod OfWeeks(DateOnly date)
    {
        var (year, number, start, end) = WholeWeek(date);
        var quarter = Math.Min((number - 1) / WeeksPerQuarter, 3);
        // Week of the quarter from 0; the 53rd of a year is the fourteenth of its last quarter.
        var ofQuarter = number - 1 - quarter * WeeksPerQuarter;
        var month = Math.Min(ofQuarter / 4, 2);
        var monthStart = WeeksStart(year).AddDays(7 * (quarter * WeeksPerQuarter + month * 4));
        var monthEnd = month < 2 ? monthStart.AddDays(27) : quarter < 3 ? monthStart.AddDays(34) : WeeksStart(year + 1).AddDays(-1);
        return new FiscalPeriod(year, quarter + 1, quarter * 3 + month + 1, monthStart, monthEnd, year, number, start, end);
    }

    (int Year, int Number, DateOnly Start, DateOnly End) WholeWeek(DateOnly date)
    {
        var monday = Monday(date);
        // The week is of the year that has its Thursday.
        var year = YearOf(monday.AddDays(3));
        return (year, (monday.DayNumber - WeeksStart(year).DayNumber) / 7 + 1, monday, monday.AddDays(6));
    }

    (int Year, int Number, DateOnly Start, DateOnly End) ClippedWeek(DateOnly date)
    {
        var year = YearOf(date);
        var number = 0;
        for (var month = MonthsStart(year); ; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1).AddDays(-1);
            var before = (Monday((date < end ? date : end)).DayNumber - Monday(month).DayNumber) / 7 + 1;
            number += before;
            if (date > end) continue;
            var monday = Monday(date);
            return (year, number, monday < month ? month : monday, monday.AddDays(6) > end ? end : monday.AddDays(6));
        }
    }

    DateOnly MonthsStart(int year) => new(FirstMonth == 1 ? year : year - 1, FirstMonth, 1);

    // The first week is the one that has the fourth day of the year.
    DateOnly WeeksStart(int year) => Monday(MonthsStart(year).AddDays(3));

    int YearOf(DateOnly date) => FirstMonth == 1 || date.Month < FirstMonth ? date.Year : date.Year + 1;

    int MonthOf(DateOnly date) => (date.Month - FirstMonth + 12) % 12 + 1;

    static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
