namespace Crm.Web.Activities;

/// <summary>Where a record that something hangs on is shown.</summary>
internal static class RecordAddress
{
    /// <summary>The address within the app; null for a kind that has no page.</summary>
    public static string? Of(string kind, Guid id, Guid? customerId = null) => kind switch
    {
        "Opportunity" => $"opportunities/{id}",
        "Customer" => $"customers/{id}",
        "Contact" => customerId is { } customer ? $"customers/{customer}" : null,
        "Task" => $"tasks?open={id}",
        _ => null,
    };
}
