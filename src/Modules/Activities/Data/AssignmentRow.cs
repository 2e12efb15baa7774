using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>One member's part in a task.</summary>
internal sealed class AssignmentRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid TaskId { get; set; }

    public Guid MemberId { get; set; }

    public DateTime? DoneAt { get; set; }
}
