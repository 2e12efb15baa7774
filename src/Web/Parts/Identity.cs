using System.Globalization;

namespace Crm.Web.Parts;

/// <summary>Ids for elements that refer to each other. One thread and one page, so a counter is enough.</summary>
public static class Identity
{
    private static int _last;

    public static string Next() => (++_last).ToString(CultureInfo.InvariantCulture);
}
