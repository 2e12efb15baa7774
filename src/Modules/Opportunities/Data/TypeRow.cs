using Crm.Contracts.Opportunities;
using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>By which method version a tenant sells a type of opportunity. New opportunities are pinned to it; those that exist stay with theirs.</summary>
internal sealed class TypeRow : Entity, IAudited
{
    public OpportunityType Type { get; set; }
    public string MethodId { get; set; } = "";

    /// <summary>Null: the latest version that is active when an opportunity is opened.</summary>
    public string? MethodVersion { get; set; }
}
