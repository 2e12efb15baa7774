using System.Text.Json.Nodes;
using Crm.Contracts.Opportunities;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;

namespace Crm.Opportunities.Data;

/// <summary>What the audit tells of a change: each field that differs, with its old and its new value.</summary>
internal static class ChangeAudit
{
    static readonly (string Name, Func<Opportunity, object?> Read)[] Fields =
    [
        ("name", o => o.Name), ("customerId", o => o.CustomerId), ("primaryContactId", o => o.PrimaryContactId), ("type", o => o.Type),
        ("status", o => o.Status), ("stage", o => o.Stage), ("amount", o => o.AmountE4), ("currency", o => o.CurrencyCode),
        ("planningRate", o => o.RateE10), ("probability", o => o.ProbabilityE4), ("forecastCategory", o => o.Category),
        ("closeDate", o => o.CloseDate), ("budget", o => o.BudgetE4), ("need", o => o.Need), ("timeline", o => o.Timeline),
        ("nextStep", o => o.NextStep), ("nextStepDate", o => o.NextStepDate), ("ownerId", o => o.OwnerId), ("departmentId", o => o.DepartmentId),
        ("closedOn", o => o.ClosedOn), ("closeReason", o => o.CloseReason), ("winnerCompetitor", o => o.WinnerCompetitor),
        ("archivedAt", o => o.ArchivedAt),
    ];

    public static AuditRow? Of(Change change)
    {
        var changes = new JsonObject();
        foreach (var (name, read) in Fields)
        {
            var (old, now) = (change.Before is null ? null : read(change.Before), read(change.After));
            if (Equals(old, now)) continue;
            var values = new JsonObject();
            if (change.Before is not null) values["old"] = Value(name, old);
            values["new"] = Value(name, now);
            changes[name] = values;
        }
        SaveStamps.CustomChanges(changes, change.Before?.Custom, change.After.Custom, personal: false);
        SaveStamps.CustomChanges(changes, change.Before?.CustomPersonal, change.After.CustomPersonal, personal: true);
        if (changes.Count == 0) return null;
        return new AuditRow
        {
            TenantId = change.After.TenantId,
            At = change.After.UpdatedAt,
            ActorId = change.After.UpdatedBy,
            RecordType = nameof(Opportunity),
            RecordId = change.After.Id,
            Action = change.Kind switch
            {
                ChangeKind.Opened => "Created",
                ChangeKind.Archived => "Archived",
                ChangeKind.Restored => "Restored",
                _ => "Changed",
            },
            Changes = changes.ToJsonString(StoredJson.Options),
        };
    }

    static JsonNode? Value(string name, object? value) => value switch
    {
        null => null,
        long scaled when name == "planningRate" => JsonValue.Create(Platform.Scaled.Rate(scaled)),
        long scaled => JsonValue.Create(Platform.Scaled.Amount(scaled)),
        int probability => JsonValue.Create(probability / 10_000m),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };
}
