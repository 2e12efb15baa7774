using System.Globalization;
using System.Text.Json;
using Crm.Contracts.Organization;
using Crm.Platform.Data;

namespace Crm.Organization.UseCases.Audit;

/// <summary>One line of the audit: who did what to which record.</summary>
internal sealed record AuditEntryView
{
    public required string Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The member who acted; null for the system and for whoever tried to sign in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>As the member is called now: the audit itself keeps no names.</summary>
    public string? ActorName { get; init; }

    /// <summary>E.g. Customer, Opportunity, Role, ApiKey, Session.</summary>
    public required string RecordType { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>E.g. Created, Changed, Archived, Restored, Deleted, SignedIn, SignInFailed, LockedOut.</summary>
    public required string Action { get; init; }

    /// <summary>By field. Of a personal or secret value it is told that it changed, and a dot stands for what it was and is.</summary>
    public required IReadOnlyDictionary<string, AuditChangeView> Changes { get; init; }

    internal static AuditEntryView Of(AuditRow row, IReadOnlyDictionary<Guid, MemberRef> actors) => new()
    {
        Id = row.Seq.ToString(CultureInfo.InvariantCulture),
        At = row.At,
        ActorId = row.ActorId,
        ActorName = row.ActorId is { } actor ? actors.GetValueOrDefault(actor)?.DisplayName : null,
        RecordType = row.RecordType,
        RecordId = row.RecordId,
        Action = row.Action,
        Changes = JsonSerializer.Deserialize<Dictionary<string, AuditChangeView>>(row.Changes, StoredJson.Options)!,
    };
}
