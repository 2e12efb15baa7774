namespace Crm.Methodology.Sdk;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>A stage task; the key is its template's.</summary>
    Task,

    /// <summary>A criterion; the key is the criterion's.</summary>
    Criterion,

    /// <summary>A role that nobody fills; the key is the role's.</summary>
    Role,

    /// <summary>Something of the method's own; the key is free.</summary>
    Other,
}
