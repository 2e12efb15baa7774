using Crm.Platform.Data;

namespace Crm.Organization.Data;

/// <summary>A day on which the tenant does not follow the week: a holiday, or a weekend day that is worked instead.</summary>
internal sealed class CalendarDay : ITenantOwned, IHasId
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public DateOnly Date { get; set; }

    public CalendarDayKind Kind { get; set; }

    public string? NameEn { get; set; }

    public string? NameZh { get; set; }
}
