using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Calendars;

/// <summary>The tenant's holiday calendar: days that differ from the week, listed, set one by one, or taken from a list as it is published.</summary>
internal static class CalendarDays
{
    static readonly ListSpec<CalendarDay> Spec = new ListSpec<CalendarDay>()
        .Filter("date", row => row.Date)
        .Filter("kind", row => row.Kind)
        .Sort("date", row => row.Date);

    /// <summary>A day that differs from the week.</summary>
    internal sealed record CalendarDayView
    {
        public required DateOnly Date { get; init; }

        public required CalendarDayKind Kind { get; init; }

        public string? NameEn { get; init; }

        public string? NameZh { get; init; }

        internal static CalendarDayView Of(CalendarDay row) => new() { Date = row.Date, Kind = row.Kind, NameEn = row.NameEn, NameZh = row.NameZh };
    }

    internal sealed record CalendarDayFields
    {
        public required CalendarDayKind Kind { get; init; }

        /// <summary>At most 100 characters.</summary>
        public string? NameEn { get; init; }

        /// <summary>At most 100 characters.</summary>
        public string? NameZh { get; init; }
    }

    internal sealed record HolidayList
    {
        /// <summary>Date to name; a name may be "English,中文,days". Every year that is named here or below is replaced as a whole.</summary>
        public required IReadOnlyDictionary<string, string> Holidays { get; init; }

        /// <summary>Days that are worked instead, date to name.</summary>
        public IReadOnlyDictionary<string, string>? Workdays { get; init; }

        /// <summary>Holidays that were moved, as chinese-days lists them; they stand among the holidays and are not read.</summary>
        public IReadOnlyDictionary<string, string>? InLieuDays { get; init; }
    }

    internal sealed record HolidayYear(int Year, int Holidays, int Workdays);

    internal sealed record ImportedHolidays(IReadOnlyList<HolidayYear> Years);

    internal static void Map(RouteGroupBuilder api)
    {
        var days = api.MapGroup("/calendar-days").WithTags("Calendars");
        days.MapGet("", List).WithName("ListCalendarDays").WithSummary("Lists holidays and make-up days by date.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<CalendarDayView>>();
        days.MapPut("/{date}", Put).WithName("SetCalendarDay").WithSummary("Makes a date a holiday or a make-up day.")
            .Requires(Permission.ManageOrganization).Answers<CalendarDayView>();
        days.MapDelete("/{date}", Delete).WithName("ClearCalendarDay").WithSummary("Lets a date follow the week again.")
            .Requires(Permission.ManageOrganization).Answers<CalendarDayView>().Refuses(RefusalKind.NotFound);
        days.MapPost("/import", Import).WithName("ImportHolidays").WithSummary("Takes in a list of holidays and make-up days, year by year; the years it names are replaced.")
            .Requires(Permission.ManageOrganization).Answers<ImportedHolidays>();
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<CalendarDay>().AsNoTracking(), query, CalendarDayView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Put(string date, CalendarDayFields request, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        var read = Read(date);
        if (read.Refused(out var bad)) return bad.ToProblem();
        var day = read.Value;
        if (new FieldErrors().Optional("nameEn", request.NameEn, HolidayFile.NameLength).Optional("nameZh", request.NameZh, HolidayFile.NameLength)
            .ToRefusal("calendar/invalid") is { } invalid) return invalid.ToProblem();
        return (await writes.Write<CalendarDayView>(caller.Writes(), async (db, token) =>
        {
            var row = await db.Set<CalendarDay>().AsTracking().SingleOrDefaultAsync(known => known.Date == day, token);
            if (row is null) db.Add(row = New(db, day));
            (row.Kind, row.NameEn, row.NameZh) = (request.Kind, request.NameEn?.Trim(), request.NameZh?.Trim());
            db.Note("HolidayCalendar", db.TenantId, "Changed", new { date = day, kind = row.Kind.ToString() });
            await db.SaveChangesAsync(token);
            return CalendarDayView.Of(row);
        }, ct)).ToOk(http);
    }

    static async Task<IResult> Delete(string date, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        var read = Read(date);
        if (read.Refused(out var bad)) return bad.ToProblem();
        var day = read.Value;
        return (await writes.Write<CalendarDayView>(caller.Writes(), async (db, token) =>
        {
            if (await db.Set<CalendarDay>().SingleOrDefaultAsync(known => known.Date == day, token) is not { } row)
                return Refusal.NotFound("calendar/not-found", "The date follows the week already.");
            db.Remove(row);
            db.Note("HolidayCalendar", db.TenantId, "Deleted", new { date = day, kind = row.Kind.ToString() });
            await db.SaveChangesAsync(token);
            return CalendarDayView.Of(row);
        }, ct)).ToOk(http);
    }

    static async Task<IResult> Import(HolidayList request, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        var read = HolidayFile.Read(request.Holidays, request.Workdays ?? new Dictionary<string, string>());
        if (read.Refused(out var refusal)) return refusal.ToProblem();
        return (await writes.Write<ImportedHolidays>(caller.Writes(), async (db, token) =>
        {
            var years = read.Value.GroupBy(day => day.Date.Year).OrderBy(year => year.Key).ToList();
            foreach (var year in years)
            {
                var (first, last) = (new DateOnly(year.Key, 1, 1), new DateOnly(year.Key, 12, 31));
                await db.Set<CalendarDay>().Where(row => row.Date >= first && row.Date <= last).ExecuteDeleteAsync(token);
            }
            foreach (var day in read.Value)
            {
                var row = New(db, day.Date);
                (row.Kind, row.NameEn, row.NameZh) = (day.Kind, day.NameEn, day.NameZh);
                db.Add(row);
            }
            var made = years.Select(year => new HolidayYear(
                year.Key, year.Count(day => day.Kind == CalendarDayKind.Holiday), year.Count(day => day.Kind == CalendarDayKind.Workday))).ToList();
            db.Note("HolidayCalendar", db.TenantId, "Imported", new { years = string.Join(", ", made.Select(year => year.Year)), days = read.Value.Count });
            await db.SaveChangesAsync(token);
            return new ImportedHolidays(made);
        }, ct)).ToOk(http);
    }

    static CalendarDay New(CrmDb db, DateOnly date) => new() { TenantId = db.TenantId, Id = Guid.CreateVersion7(db.UtcNow()), Date = date };

    static Outcome<DateOnly> Read(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) && day >= HolidayFile.Earliest && day <= HolidayFile.Latest
            ? day
            : Refusal.Field("date", "calendar/bad-date", "Expected a date like 2026-10-01.");
}
