namespace Crm.Activities.Domain;

/// <summary>The way a notice takes to a person. Each but the inbox is a port to the outside.</summary>
internal enum NotificationChannel
{
    InApp,
    Email,
    Sms,
}
