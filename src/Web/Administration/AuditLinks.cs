namespace Crm.Web.Administration;

/// <summary>Where a line of the audit leads.</summary>
internal static class AuditLinks
{
    public static string? To(Client.AuditEntry entry) => entry.RecordType switch
    {
        "Opportunity" => "opportunities/" + entry.RecordId,
        "Customer" => "customers/" + entry.RecordId,
        "Member" => "admin/members?open=" + entry.RecordId,
        "Role" => "admin/roles?open=" + entry.RecordId,
        "Job" => "admin/jobs?open=" + entry.RecordId,
        _ => null
    };
}
