namespace Crm.Platform.Fields;

/// <summary>The colour of a choice. Names and not values: each theme has its own shade that can be read.</summary>
public enum PickColor
{
    None,
    Grey,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
    Pink,
}
