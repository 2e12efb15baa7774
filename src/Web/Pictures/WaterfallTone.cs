namespace Crm.Web.Pictures;

public enum WaterfallTone
{
    /// <summary>What stands at a date: opening and closing.</summary>
    Stand,

    Up,

    Won,

    Down
}
