namespace Crm.Activities.Domain;

/// <summary>Who began it: coverage of a person counts only what went both ways.</summary>
internal enum ActivityDirection
{
    None,
    Inbound,
    Outbound,
}
