using System.Globalization;
using Crm.Contracts.Organization;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Organization;

/// <summary>What holds of working days and of fiscal calendars, whatever the calendar and the date.</summary>
public sealed class CalendarInvariants
{
    static readonly DateOnly Start = new(2024, 1, 1);

    [Property(MaxTest = 300)]
    public bool Adding_working_days_and_counting_them_agree(ushort[] holidays, ushort[] workdays, ushort from, byte days)
    {
        var calendar = Some(holidays, workdays);
        var day = Start.AddDays(from % 700);
        var end = calendar.Add(day, days % 60);
        return calendar.Between(day, end) == days % 60 && (days % 60 == 0 || calendar.IsWorking(end))
            && calendar.Between(end, day) == -(calendar.Between(day, end)) && calendar.Next(day) == calendar.Add(day, 1);
    }

    [Property(MaxTest = 300)]
    public bool Nothing_is_worked_between_a_day_and_the_working_day_on_or_after_it(ushort[] holidays, ushort[] workdays, ushort from)
    {
        var calendar = Some(holidays, workdays);
        var day = Start.AddDays(from % 700);
        var (after, before) = (calendar.OnOrAfter(day), calendar.OnOrBefore(day));
        return calendar.IsWorking(after) && calendar.IsWorking(before) && before <= day && day <= after
            && calendar.Between(before, after) == (before == after ? 0 : 1);
    }

    [Fact]
    public void A_make_up_day_is_worked_and_a_holiday_is_not()
    {
        // 2026: the Spring Festival from Sunday 15 to Monday 23 February; Saturday 14 and 28 are worked instead.
        var calendar = new WorkingDays(Enumerable.Range(15, 9).Select(day => new DateOnly(2026, 2, day)), [new(2026, 2, 14), new(2026, 2, 28)]);
        Assert.True(calendar.IsWorking(new(2026, 2, 14)));
        Assert.Equal(new DateOnly(2026, 2, 24), calendar.Next(new(2026, 2, 14)));
        Assert.Equal(5, calendar.Between(new(2026, 2, 13), new(2026, 2, 27)));
        Assert.Equal(new DateOnly(2026, 2, 28), calendar.Add(new(2026, 2, 27), 1));
    }

    [Property(MaxTest = 500)]
    public bool Every_date_lies_in_its_week_and_month_and_the_next_day_goes_on_from_it(byte first, byte kind, ushort at)
    {
        var calendar = Calendar(first, kind);
        var date = new DateOnly(2015, 1, 1).AddDays(at % 9000);
        var (here, next) = (calendar.Of(date), calendar.Of(date.AddDays(1)));
        var week = here.WeekStart <= date && date <= here.WeekEnd;
        var month = here.MonthStart <= date && date <= here.MonthEnd;
        var goesOn = date < here.WeekEnd
            ? (next.WeekYear, next.Week) == (here.WeekYear, here.Week)
            : next.WeekStart == date.AddDays(1) && ((next.WeekYear, next.Week) == (here.WeekYear, here.Week + 1) || (next.WeekYear, next.Week) == (here.WeekYear + 1, 1));
        var monthGoesOn = date < here.MonthEnd
            ? (next.Year, next.Month) == (here.Year, here.Month)
            : next.MonthStart == date.AddDays(1) && ((next.Year, next.Month) == (here.Year, here.Month + 1) || (next.Year, here.Month, next.Month) == (here.Year + 1, 12, 1));
        return week && month && goesOn && monthGoesOn && here.Quarter == (here.Month - 1) / 3 + 1
            && calendar.StartOf(here.Year) <= date && date <= calendar.EndOf(here.Year);
    }

    [Property(MaxTest = 300)]
    public bool A_clipped_week_lies_in_one_month_and_a_whole_one_has_seven_days(byte first, byte kind, ushort at)
    {
        var calendar = Calendar(first, kind);
        var here = calendar.Of(new DateOnly(2015, 1, 1).AddDays(at % 9000));
        return calendar.Weeks == FiscalWeeks.ClippedToMonths
            ? here.MonthStart <= here.WeekStart && here.WeekEnd <= here.MonthEnd
            : here.WeekEnd.DayNumber - here.WeekStart.DayNumber == 6 && here.WeekStart.DayOfWeek == DayOfWeek.Monday;
    }

    [Property(MaxTest = 300)]
    public bool Whole_weeks_of_a_calendar_year_are_those_of_iso_8601(ushort at)
    {
        var date = new DateOnly(2015, 1, 1).AddDays(at % 9000);
        var here = new FiscalCalendar(1, FiscalWeeks.Iso).Of(date);
        return here.Week == ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue)) && here.WeekYear == ISOWeek.GetYear(date.ToDateTime(TimeOnly.MinValue));
    }

    [Property(MaxTest = 300)]
    public bool Periods_of_4_4_5_have_those_weeks_and_the_odd_one_is_in_the_last(byte first, ushort year)
    {
        var calendar = Calendar(first, 2);
        var of = 2015 + year % 25;
        var weeks = calendar.WeeksIn(of);
        var lengths = new List<int>();
        for (var day = calendar.StartOf(of); day <= calendar.EndOf(of); day = calendar.Of(day).MonthEnd.AddDays(1))
            lengths.Add((calendar.Of(day).MonthEnd.DayNumber - calendar.Of(day).MonthStart.DayNumber + 1) / 7);
        return weeks is 52 or 53 && lengths.SequenceEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, weeks == 53 ? 6 : 5]);
    }

    static FiscalCalendar Calendar(byte first, byte kind) => new(first % 12 + 1, (FiscalWeeks)(kind % 3));

    static WorkingDays Some(ushort[] holidays, ushort[] workdays) =>
        new(holidays.Take(150).Select(day => Start.AddDays(day % 800)), workdays.Take(50).Select(day => Start.AddDays(day % 800)));
}
