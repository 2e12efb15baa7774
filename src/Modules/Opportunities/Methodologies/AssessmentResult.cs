using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>An assessment, and whose it is.</summary>
/// <param name="Assessment">Always there: the plugin's, or the one that follows from the definition alone.</param>
/// <param name="Fault">Why the plugin's own answer was not to be had; <see langword="null"/> when it answered.</param>
internal sealed record AssessmentResult(Assessment Assessment, string? Fault)
{
    public bool IsByPlugin => Fault is null;
}
