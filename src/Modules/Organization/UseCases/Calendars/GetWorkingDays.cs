using Crm.Contracts.Organization;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Calendars;

/// <summary>Counts with the tenant's working days, for programs that set due dates.</summary>
internal static class GetWorkingDays
{
    const int MostDays = 1_000;

    internal sealed record WorkingDaysView
    {
        public required DateOnly From { get; init; }

        /// <summary>Whether it is worked.</summary>
        public required bool IsWorking { get; init; }

        /// <summary>The first working day after it.</summary>
        public required DateOnly Next { get; init; }

        /// <summary>The working day that is <c>add</c> working days after it; null when <c>add</c> was not asked.</summary>
        public DateOnly? Added { get; init; }

        /// <summary>Working days after <c>from</c> up to and with <c>to</c>, negative when <c>to</c> is earlier; null when <c>to</c> was not asked.</summary>
        public int? Between { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/working-days", Handle).WithName(nameof(GetWorkingDays)).WithTags("Calendars")
            .WithSummary("The next working day after a date, one so many working days on (-1000 to 1000), and how many lie up to another date.")
            .Requires(Permission.ReadOrganization).Answers<WorkingDaysView>();

    static async Task<IResult> Handle(DateOnly from, Caller caller, IBusinessCalendar calendars, HttpContext http, CancellationToken ct, DateOnly? to = null, int? add = null)
    {
        if (new FieldErrors()
            .When(from < HolidayFile.Earliest || from > HolidayFile.Latest, "from", $"A date from {HolidayFile.Earliest.Year} to {HolidayFile.Latest.Year}.")
            .When(to < HolidayFile.Earliest || to > HolidayFile.Latest, "to", $"A date from {HolidayFile.Earliest.Year} to {HolidayFile.Latest.Year}.")
            .When(add is < -MostDays or > MostDays, "add", $"-{MostDays} to {MostDays}.")
            .ToRefusal("calendar/invalid") is { } invalid) return invalid.ToProblem();
        var calendar = await calendars.WorkingDays(caller.TenantId, ct);
        Outcome<WorkingDaysView> outcome = new WorkingDaysView
        {
            From = from,
            IsWorking = calendar.IsWorking(from),
            Next = calendar.Next(from),
            Added = add is { } days ? calendar.Add(from, days) : null,
            Between = to is { } end ? calendar.Between(from, end) : null,
        };
        return outcome.ToOk(http);
    }
}
