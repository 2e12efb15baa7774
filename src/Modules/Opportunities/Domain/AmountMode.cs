namespace Crm.Opportunities.Domain;

/// <summary>Where an opportunity's amount comes from.</summary>
internal enum AmountMode
{
    /// <summary>Somebody said it.</summary>
    Manual,

    /// <summary>It is the sum of the lines.</summary>
    Lines,
}
