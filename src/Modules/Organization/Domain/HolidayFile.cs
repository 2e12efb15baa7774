using System.Globalization;
using Crm.Organization.Data;
using Crm.Platform;

namespace Crm.Organization.Domain;

/// <summary>
/// A list of holidays and make-up days as it is published by the year: date to name, and the name may be <c>English,中文,days</c>, as the package
/// chinese-days has it.
/// </summary>
internal static class HolidayFile
{
    internal const int MostDays = 5_000;
    internal const int NameLength = 100;
    internal static readonly DateOnly Earliest = new(1990, 1, 1);
    internal static readonly DateOnly Latest = new(2100, 12, 31);

    internal sealed record Day(DateOnly Date, CalendarDayKind Kind, string? NameEn, string? NameZh);

    internal static Outcome<IReadOnlyList<Day>> Read(IReadOnlyDictionary<string, string> holidays, IReadOnlyDictionary<string, string> workdays)
    {
        var errors = new FieldErrors()
            .When(holidays.Count + workdays.Count == 0, "holidays", "Name at least one day.")
            .When(holidays.Count + workdays.Count > MostDays, "holidays", $"At most {MostDays} days at once.");
        var days = new Dictionary<DateOnly, Day>();
        if (!errors.Any)
        {
            Read("holidays", holidays, CalendarDayKind.Holiday, days, errors);
            Read("workdays", workdays, CalendarDayKind.Workday, days, errors);
        }
        return errors.ToRefusal("calendar/invalid") is { } invalid ? invalid : Outcome<IReadOnlyList<Day>>.Of([.. days.Values.OrderBy(day => day.Date)]);
    }

    static void Read(string field, IReadOnlyDictionary<string, string> list, CalendarDayKind kind, Dictionary<DateOnly, Day> days, FieldErrors errors)
    {
        foreach (var (text, name) in list)
        {
            // The key may be anything that somebody sent: it is named only where it is short enough to be one.
            var at = text.Length <= 20 && FieldErrors.IsText(text) ? $"{field}.{text}" : field;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date < Earliest || date > Latest)
            {
                errors.Add(at, $"Expected a date like 2026-10-01, from {Earliest.Year} to {Latest.Year}.");
                continue;
            }
            var parts = (name ?? "").Split(',', StringSplitOptions.TrimEntries);
            var (english, chinese) = parts.Length >= 2 ? (parts[0], parts[1]) : (parts[0], parts[0]);
            if (english.Length > NameLength || chinese.Length > NameLength || !FieldErrors.IsText(english) || !FieldErrors.IsText(chinese))
                errors.Add(at, $"A name is text of at most {NameLength} characters.");
            else if (!days.TryAdd(date, new Day(date, kind, english.Length == 0 ? null : english, chinese.Length == 0 ? null : chinese)))
                errors.Add(at, "A day is a holiday or a make-up day, not both.");
        }
    }
}
