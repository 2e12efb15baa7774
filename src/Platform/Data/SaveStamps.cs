using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Platform.Data;

/// <summary>What every save does to every row: tenant checked, version raised, who and when stamped, audit written.</summary>
public static class SaveStamps
{
    static readonly string[] Bookkeeping =
    [
        nameof(Entity.Version), nameof(Entity.CreatedAt), nameof(Entity.CreatedBy), nameof(Entity.UpdatedAt), nameof(Entity.UpdatedBy),
        nameof(Entity.TenantId), nameof(Entity.Id),
    ];

    internal static void Apply(CrmDb db)
    {
        var now = db.UtcNow();
        List<AuditRow>? audit = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Entity is ITenantOwned owned) CheckTenant(db, entry, owned);
            if (entry.Entity is Entity entity) Stamp(db, entry, entity, now);
            if (entry.Entity is IAudited && Audit(db, entry, now) is { } row) (audit ??= []).Add(row);
        }
        if (audit is not null) db.AddRange(audit);
    }

    static void CheckTenant(CrmDb db, EntityEntry entry, ITenantOwned owned)
    {
        if (entry.State == EntityState.Added && owned.TenantId == Guid.Empty) owned.TenantId = db.TenantId;
        var original = entry.State == EntityState.Added ? owned.TenantId : (Guid)entry.OriginalValues[nameof(ITenantOwned.TenantId)]!;
        if (db.AcrossTenants ? owned.TenantId != original || original == Guid.Empty : owned.TenantId != db.TenantId || original != db.TenantId)
            throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another tenant was about to be written.");
    }

    static void Stamp(CrmDb db, EntityEntry entry, Entity entity, DateTime now)
    {
        if (entry.State == EntityState.Added)
        {
            if (entity.Id == Guid.Empty) entity.Id = Guid.CreateVersion7(now);
            if (entity.CreatedAt == default) entity.CreatedAt = now;
            entity.CreatedBy ??= db.ActorId;
            entity.Version = 1;
        }
        else if (entry.State == EntityState.Modified)
        {
            entity.Version = (int)entry.OriginalValues[nameof(Entity.Version)]! + 1;
        }
        if (entry.State == EntityState.Added && entity.UpdatedAt != default) return;
        entity.UpdatedAt = now;
        entity.UpdatedBy = db.ActorId;
    }

    static AuditRow? Audit(CrmDb db, EntityEntry entry, DateTime now)
    {
        var changes = new JsonObject();
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (Bookkeeping.Contains(name)) continue;
            if (entry.State == EntityState.Modified && Equals(property.OriginalValue, property.CurrentValue)) continue;
            var personal = property.Metadata.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null;
            if (property.Metadata.PropertyInfo?.GetCustomAttribute<CustomJsonAttribute>() is not null)
            {
                CustomChanges(changes, entry.State == EntityState.Added ? null : (string?)property.OriginalValue,
                    entry.State == EntityState.Deleted ? null : (string?)property.CurrentValue, personal);
                continue;
            }
            var change = new JsonObject();
            if (entry.State != EntityState.Added) change["old"] = Value(property.OriginalValue, personal);
            if (entry.State != EntityState.Deleted) change["new"] = Value(property.CurrentValue, personal);
            if (entry.State == EntityState.Added && property.CurrentValue is null) continue;
            changes[JsonNamingPolicy.CamelCase.ConvertName(name)] = change;
        }
        if (changes.Count == 0) return null;
        var archived = entry.Entity is Entity && entry.State == EntityState.Modified ? entry.Property(nameof(Entity.ArchivedAt)) : null;
        return new AuditRow
        {
            TenantId = ((ITenantOwned)entry.Entity).TenantId,
            At = now,
            ActorId = db.ActorId,
            RecordType = entry.Metadata.ClrType.Name,
            RecordId = entry.Entity is IHasId row ? row.Id : Guid.Empty,
            Action = entry.State switch
            {
                EntityState.Added => "Created",
                EntityState.Deleted => "Deleted",
                _ when archived is { OriginalValue: null, CurrentValue: not null } => "Archived",
                _ when archived is { OriginalValue: not null, CurrentValue: null } => "Restored",
                _ => "Changed",
            },
            Changes = changes.ToJsonString(StoredJson.Options),
        };
    }

    /// <summary>Custom values by their field's key, each with what it was and is.</summary>
    public static void CustomChanges(JsonObject changes, string? before, string? after, bool personal)
    {
        foreach (var (key, old, now) in CustomValues.Differences(before, after))
        {
            changes[FieldDefinition.PathOf(key)] = new JsonObject
            {
                ["old"] = personal && old is not null ? "•" : old?.DeepClone(),
                ["new"] = personal && now is not null ? "•" : now?.DeepClone(),
            };
        }
    }

    static JsonNode? Value(object? value, bool personal) =>
        value is null ? null : personal ? "•" : JsonSerializer.SerializeToNode(value, value.GetType(), StoredJson.Options);
}
