namespace Crm.DemoData;

/// <summary>The stages of a shipped method as the generator walks them.</summary>
/// <param name="Stages">Keys of the open stages in order.</param>
/// <param name="Days">Days usually spent in each.</param>
/// <param name="LossChance">Chance that the opportunity ends at the end of each.</param>
/// <param name="WinsFrom">First stage that may be won from.</param>
sealed record DealProcess(string[] Stages, double[] Days, double[] LossChance, int WinsFrom)
{
    public static readonly DealProcess Project = new(
        ["Qualify", "Discover", "Propose", "Negotiate", "Sign"], [16, 30, 34, 26, 14], [0.28, 0.20, 0.20, 0.16, 0.05], 2);

    public static readonly DealProcess Relationship = new(["Contact", "Offer", "Order"], [6, 9, 7], [0.18, 0.20, 0.06], 0);

    public double TotalDays => Days.Sum();
}
