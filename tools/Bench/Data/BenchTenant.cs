namespace Crm.Bench.Data;

/// <summary>The tenant that a run measures on, made through the product; what is filled in are copies of what the product wrote.</summary>
internal sealed record BenchTenant
{
    public const string Manager = "manager";

    /// <summary>The schema that the folder was made with: data of another one is made anew.</summary>
    public string Schema { get; init; } = "";

    public int Count { get; init; }

    /// <summary>All in the first stage, to be advanced, instead of spread over all of them.</summary>
    public bool OneStage { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid[] SellerIds { get; init; }

    /// <summary>Open stages in their order, each with the opportunity that stands in it.</summary>
    public required StageSample[] Stages { get; init; }

    /// <summary>An opportunity that was advanced once: its rows are what an advance writes.</summary>
    public required Guid AdvancedId { get; init; }

    /// <summary>Which of the filled opportunities stands where: every seller has as many in every stage.</summary>
    public Guid SellerOf(int n) => SellerIds[n % SellerIds.Length];

    public StageSample StageOf(int n) => OneStage ? Stages[0] : Stages[n / SellerIds.Length % Stages.Length];

    /// <summary>Scaled by 10^4, whole cents, spread over a million values.</summary>
    public static long AmountE4(int n) => (long)n * 7919 % 1_000_003 * 100 + 10_000;

    /// <summary>Days after 2027-01-01.</summary>
    public static int CloseDays(int n) => (int)((long)n * 31 % 365);
}
