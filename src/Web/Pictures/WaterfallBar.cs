namespace Crm.Web.Pictures;

/// <summary>A bar between two heights, each a fraction of the picture, and the height it hands on to its neighbour.</summary>
public sealed record WaterfallBar(WaterfallStep Step, double Low, double High, double End);
