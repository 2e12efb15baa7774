namespace Crm.Web.Funnels;

/// <summary>How the pipeline went from one moment to another, term by term.</summary>
public sealed record PipelineMove(string Currency, string Basis, IReadOnlyDictionary<string, PipelineTerm> Terms)
{
    private static readonly string[] Added = ["new", "reopened", "movedIn", "grown", "revalued"], Taken = ["won", "lost", "abandoned", "heldOut", "shrunk", "movedOut"];

    /// <summary>Terms from opening to closing, in the order of the identity.</summary>
    public static IReadOnlyList<string> Order { get; } = ["opening", .. Added, .. Taken, "closing"];

    public static bool IsTaken(string term) => Taken.Contains(term);

    /// <summary>What is left between the closing that was read and the one that the terms make; zero unless something is wrong.</summary>
    public decimal Difference => Terms["opening"].Amount + Added.Sum(t => Terms[t].Amount) - Taken.Sum(t => Terms[t].Amount) - Terms["closing"].Amount;
}
