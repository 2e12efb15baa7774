using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.Platform.Data;

/// <summary>Who changed which field of which record from what to what.</summary>
public sealed class AuditRow : PositionedRow
{
    public DateTime At { get; set; }

    public Guid? ActorId { get; set; }

    /// <summary>The kind of record, e.g. <c>Customer</c>.</summary>
    public required string RecordType { get; set; }

    public Guid RecordId { get; set; }

    /// <summary><c>Created</c>, <c>Changed</c>, <c>Archived</c>, <c>Restored</c>, <c>Deleted</c>, or what was noted, e.g. <c>SignedIn</c>.</summary>
    public required string Action { get; set; }

    /// <summary>JSON: <c>{"field": {"old": …, "new": …}}</c>. Personal values are left out; only their change is named.</summary>
    public required string Changes { get; set; }

    /// <summary>Facts as they stand in <see cref="Changes"/>: each a new value.</summary>
    internal static string ChangesOf(object? facts)
    {
        var changes = new JsonObject();
        if (facts is not null)
        {
            foreach (var (name, value) in JsonSerializer.SerializeToNode(facts, facts.GetType(), StoredJson.Options)!.AsObject())
                changes[name] = new JsonObject { ["new"] = value?.DeepClone() };
        }
        return changes.ToJsonString(StoredJson.Options);
    }
}
