namespace Crm.Contracts.Organization;

/// <summary>
/// Which days people work: Monday to Friday, less the holidays, and the days that are worked instead (调休). Dates are business dates; whoever
/// counts hours counts them elsewhere.
/// </summary>
public sealed class WorkingDays
{
    /// <summary>Farther than any due date: a search that comes here has a calendar without working days.</summary>
    const int Farthest = 366 * 20;

    readonly IReadOnlySet<DateOnly> _holidays;
    readonly IReadOnlySet<DateOnly> _workdays;

    /// <param name="holidays">Days that are not worked.</param>
    /// <param name="workdays">Days that are worked though they lie on a weekend; they win over a holiday of the same date.</param>
    public WorkingDays(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays)
    {
        _holidays = holidays.ToHashSet();
        _workdays = workdays.ToHashSet();
    }

    /// <summary>Monday to Friday and nothing else.</summary>
    public static WorkingDays OfTheWeek { get; } = new([], []);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorking(DateOnly day) =>
        _workdays.Contains(day) || (!_holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day itself when it is worked, else the first one after it that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Seek(day, 1);

    /// <summary>The day itself when it is worked, else the last one before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Seek(day, -1);

    /// <summary>The first working day after the day.</summary>
    public DateOnly Next(DateOnly day) => Seek(day.AddDays(1), 1);

    /// <summary>The working day that is so many working days after the day, or before it when negative; the day itself when 0.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0; left--) day = Seek(day.AddDays(step), step);
        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and with <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) count++;
        }
        return count;
    }

    DateOnly Seek(DateOnly day, int step)
    {
        for (var tried = 0; tried < Farthest; tried++, day = day.AddDays(step))
        {
            if (IsWorking(day)) return day;
        }
        throw new InvalidOperationException("The calendar has no working day within twenty years.");
    }
}
