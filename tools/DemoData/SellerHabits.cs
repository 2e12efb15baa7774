namespace Crm.DemoData;

/// <summary>How a seller works: the reason why two of them have funnels of different shapes.</summary>
/// <param name="UserName">The seller.</param>
/// <param name="ProjectsPerMonth">New projects in an average month.</param>
/// <param name="RepeatsPerMonth">New repeat sales in an average month.</param>
/// <param name="Skill">Divides the chance to lose at each step.</param>
/// <param name="Pace">Multiplies the time spent in each stage.</param>
/// <param name="Optimism">First estimate of an amount against what it comes to.</param>
/// <param name="SlipLagDays">How long a passed close date is left standing.</param>
/// <param name="Neglect">Chance that it is left standing for good.</param>
sealed record SellerHabits(
    string UserName, double ProjectsPerMonth, double RepeatsPerMonth, double Skill, double Pace, double Optimism, int SlipLagDays, double Neglect)
{
    public static IReadOnlyList<SellerHabits> All { get; } =
    [
        new("seller", 1.8, 2.2, 1.15, 1.0, 1.10, 2, 0.02),
        new("zhang.wei", 2.6, 1.4, 0.80, 0.8, 1.45, 9, 0.10),
        new("liu.yang", 1.4, 2.0, 1.30, 1.2, 0.95, 1, 0.00),
        new("sun.jing", 1.2, 1.8, 0.85, 1.3, 1.20, 5, 0.05),
        new("li.na", 2.0, 2.4, 1.25, 0.9, 1.05, 2, 0.01),
        new("zhao.peng", 1.7, 1.5, 0.95, 1.1, 1.30, 14, 0.20),
        new("wu.fang", 1.1, 2.6, 1.00, 1.0, 1.00, 3, 0.03),
        new("david.clark", 1.6, 1.6, 1.10, 1.1, 1.15, 4, 0.04),
        new("xu.ting", 1.3, 3.0, 1.40, 0.9, 0.98, 1, 0.00),
        new("ma.chao", 2.2, 1.2, 0.75, 0.9, 1.60, 12, 0.15),
    ];

    /// <summary>The colleague who takes over when an opportunity changes hands.</summary>
    public string Successor => UserName switch
    {
        "seller" => "liu.yang",
        "zhang.wei" => "seller",
        "liu.yang" => "sun.jing",
        "sun.jing" => "zhang.wei",
        "li.na" => "wu.fang",
        "zhao.peng" => "li.na",
        "wu.fang" => "zhao.peng",
        "david.clark" => "ma.chao",
        "xu.ting" => "david.clark",
        _ => "xu.ting",
    };
}
