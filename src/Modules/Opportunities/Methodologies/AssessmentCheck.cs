using Crm.Methodology.Sdk;

namespace Crm.Opportunities.Methodologies;

/// <summary>Whether a plugin's answer keeps the contract. An answer that does not is a fault, however well meant.</summary>
internal static class AssessmentCheck
{
    const int MaxKeyLength = 80;

    public static string? Fault(MethodVersion method, AssessmentInput input, Assessment? answer)
    {
        if (answer is null)
            return "It answered nothing, or a list of its answer is missing.";
        if (answer.Missing.Count > Assessment.MaxItems || answer.Advice.Count > Assessment.MaxItems || answer.Factors.Count > Assessment.MaxItems)
            return $"A list of its answer holds more than {Assessment.MaxItems} entries.";
        return answer.Missing.Concat(answer.Advice).Select(finding => FindingFault(method, finding)).FirstOrDefault(fault => fault is not null)
            ?? answer.Factors.Select(FactorFault).FirstOrDefault(fault => fault is not null)
            ?? AdvanceFault(method, input, answer.AdvanceTo);
    }

    static string? FindingFault(MethodVersion method, Finding? finding) => finding switch
    {
        null => "A finding is empty.",
        _ when !IsKey(finding.Key) => "A finding has no key of 1 to 80 characters.",
        _ when !IsText(finding.Text) => $"The finding '{finding.Key}' has no text in both languages, or too long a one.",
        _ when !Enum.IsDefined(finding.Kind) => $"The finding '{finding.Key}' is of no known kind.",
        { Stage: not null } when method.Stage(finding.Stage) is null => $"The finding '{finding.Key}' names an unknown stage.",
        _ => null,
    };

    static string? FactorFault(ScoreFactor? factor) => factor switch
    {
        null => "A factor is empty.",
        _ when !IsKey(factor.Key) || !IsText(factor.Name) => "A factor has no key or no name in both languages.",
        { Points: < -1000 or > 1000 } => $"The factor '{factor.Key}' is beyond 1000 points.",
        _ => null,
    };

    static string? AdvanceFault(MethodVersion method, AssessmentInput input, string? advanceTo) =>
        advanceTo is null || (method.Stage(advanceTo) is { Class: StageClass.Open } && method.Allows(input.Opportunity.Stage, advanceTo))
            ? null
            : "It advances to a stage that is unknown, closed, or not reached by a declared transition.";

    static bool IsKey(string? text) => text is { Length: > 0 and <= MaxKeyLength };

    static bool IsText(LocalizedText? text) =>
        text is { Zh.Length: > 0 and <= LocalizedText.MaxLength, En.Length: > 0 and <= LocalizedText.MaxLength };
}
