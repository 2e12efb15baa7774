namespace Crm.Methodology.Sdk;

/// <summary>How strictly a stage holds an opportunity that is about to leave it.</summary>
public enum Gate
{
    /// <summary>What is missing is shown; the opportunity may leave.</summary>
    Flexible,

    /// <summary>The opportunity stays until required tasks are done or waived and required criteria are met.</summary>
    Strict,
}
