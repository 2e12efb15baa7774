namespace Crm.Opportunities.Domain;

/// <summary>Where an opportunity's probability comes from.</summary>
internal enum ProbabilityMode
{
    /// <summary>The stage's default; 1 when won, 0 when lost or abandoned.</summary>
    Default,

    /// <summary>Worked out by the method's model.</summary>
    Model,

    /// <summary>Somebody overrode it and said why.</summary>
    Manual,
}
