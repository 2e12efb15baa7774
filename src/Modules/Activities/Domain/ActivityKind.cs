namespace Crm.Activities.Domain;

/// <summary>What was done with a customer.</summary>
internal enum ActivityKind
{
    Call,
    Visit,
    Mail,
    Meeting,
    Demo,
    Note,
}
