namespace Crm.Organization.Data;

/// <summary>What is different about a day.</summary>
internal enum CalendarDayKind
{
    Holiday,

    /// <summary>Worked though it lies on a weekend (调休).</summary>
    Workday,
}
