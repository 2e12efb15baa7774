namespace Crm.DemoData;

/// <summary>Working hours in China, in UTC: Monday to Friday, nine to six.</summary>
static class WorkTime
{
    const int OpensUtc = 1;
    const int ClosesUtc = 10;

    /// <summary>The instant itself when people work then, or else the same minutes after the next opening.</summary>
    public static DateTime AtOrAfter(DateTime at)
    {
        at = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        if (at.Hour < OpensUtc) at = at.Date.AddHours(OpensUtc).AddMinutes(at.Minute).AddSeconds(at.Second);
        if (at.Hour >= ClosesUtc) at = at.Date.AddDays(1).AddHours(OpensUtc + at.Hour % (ClosesUtc - OpensUtc)).AddMinutes(at.Minute).AddSeconds(at.Second);
        while (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) at = at.AddDays(1);
        return at;
    }

    /// <summary>The business date of an instant in China.</summary>
    public static DateOnly DateOf(DateTime at) => DateOnly.FromDateTime(at.AddHours(8));
}
