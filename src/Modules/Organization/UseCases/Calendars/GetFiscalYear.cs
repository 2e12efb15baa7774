using Crm.Contracts.Organization;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Calendars;

/// <summary>A fiscal year as the tenant divides it.</summary>
internal static class GetFiscalYear
{
    internal sealed record FiscalYearView
    {
        public required int Year { get; init; }

        public required DateOnly Start { get; init; }

        public required DateOnly End { get; init; }

        /// <summary>How many weeks are counted in it.</summary>
        public required int Weeks { get; init; }

        public required IReadOnlyList<FiscalMonth> Months { get; init; }
    }

    /// <summary>A month, or a period of 4-4-5.</summary>
    internal sealed record FiscalMonth(int Number, int Quarter, DateOnly Start, DateOnly End);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/fiscal-years/{year}", Handle).WithName(nameof(GetFiscalYear)).WithTags("Calendars")
            .WithSummary("A fiscal year, 1990 to 2100, with its months and quarters.")
            .Requires(Permission.ReadOrganization).Answers<FiscalYearView>();

    static async Task<IResult> Handle(int year, Caller caller, IBusinessCalendar calendars, HttpContext http, CancellationToken ct)
    {
        if (year is < 1990 or > 2100) return Refusal.Field("year", "calendar/bad-year", "A year from 1990 to 2100.").ToProblem();
        var calendar = await calendars.Fiscal(caller.TenantId, ct);
        var months = new List<FiscalMonth>();
        for (var day = calendar.StartOf(year); day <= calendar.EndOf(year);)
        {
            var here = calendar.Of(day);
            months.Add(new FiscalMonth(here.Month, here.Quarter, here.MonthStart, here.MonthEnd));
            day = here.MonthEnd.AddDays(1);
        }
        Outcome<FiscalYearView> outcome = new FiscalYearView
        {
            Year = year,
            Start = calendar.StartOf(year),
            End = calendar.EndOf(year),
            Weeks = calendar.WeeksIn(year),
            Months = months,
        };
        return outcome.ToOk(http);
    }
}
