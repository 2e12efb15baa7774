using System.Text.Json;
using Crm.Opportunities.Domain;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Opportunities.Data;

/// <summary>The tables of this module, all prefixed <c>opp_</c>.</summary>
internal static class OpportunitiesModel
{
    public static void Configure(ModelBuilder model, Engine engine)
    {
        // Kept as JSON on their opportunity: never tables of their own.
        model.Ignore<OpportunityLine>();
        model.Ignore<TeamMember>();
        model.Ignore<ProductShare>();
        model.Entity<Opportunity>(entity => ConfigureOpportunity(entity));
        model.Entity<HistoryRow>(entity => ConfigureHistory(entity, engine));
        model.Entity<LineRow>(entity =>
        {
            entity.ToTable("opp_lines").HasKey(row => new { row.TenantId, row.OpportunityId, row.ProductId });
            entity.HasIndex(row => new { row.TenantId, row.ProductId, row.OpportunityId });
        });
        model.Entity<TeamRow>(entity =>
        {
            entity.ToTable("opp_team").HasKey(row => new { row.TenantId, row.OpportunityId, row.MemberId });
            entity.HasIndex(row => new { row.TenantId, row.MemberId, row.OpportunityId });
        });
        model.Entity<TypeRow>(entity =>
        {
            entity.ToTable("opp_types").HasKey(row => new { row.TenantId, row.Id });
            entity.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.MethodId).HasMaxLength(100);
            entity.Property(row => row.MethodVersion).HasMaxLength(64);
            entity.HasIndex(row => new { row.TenantId, row.Type }).IsUnique();
        });
        model.Entity<SettingsRow>(entity =>
        {
            entity.ToTable("opp_settings").HasKey(row => new { row.TenantId, row.Id });
            entity.HasIndex(row => row.TenantId).IsUnique();
        });
    }

    static void ConfigureOpportunity(EntityTypeBuilder<Opportunity> entity)
    {
        entity.ToTable("opp_opportunities").HasKey(row => new { row.TenantId, row.Id });
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity.Property(row => row.Name).HasMaxLength(OpportunityLimits.NameLength);
        entity.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.MethodId).HasMaxLength(100);
        entity.Property(row => row.MethodVersion).HasMaxLength(64);
        entity.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.Stage).HasMaxLength(OpportunityLimits.StageKeyLength);
        entity.Property(row => row.OpenStage).HasMaxLength(OpportunityLimits.StageKeyLength);
        entity.Property(row => row.Band).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.StageCategory).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.AmountMode).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.CurrencyCode).HasMaxLength(3);
        entity.Property(row => row.BaseCurrencyCode).HasMaxLength(3);
        entity.Property(row => row.ProbabilityMode).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.ProbabilityReason).HasMaxLength(OpportunityLimits.ReasonLength);
        entity.Property(row => row.Category).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.ManualCategory).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.Need).HasMaxLength(OpportunityLimits.NeedLength);
        entity.Property(row => row.Timeline).HasMaxLength(OpportunityLimits.TimelineLength);
        entity.Property(row => row.NextStep).HasMaxLength(OpportunityLimits.NextStepLength);
        entity.Property(row => row.CloseReason).HasMaxLength(OpportunityLimits.ReasonLength);
        entity.Property(row => row.WinnerCompetitor).HasMaxLength(OpportunityLimits.CompetitorLength);
        entity.Property(row => row.ExternalSource).HasMaxLength(OpportunityLimits.ExternalSourceLength);
        entity.Property(row => row.ExternalId).HasMaxLength(OpportunityLimits.ExternalIdLength);
        entity.Property(row => row.ExternalHash).HasMaxLength(64);
        AsJson(entity.Property(row => row.Lines));
        AsJson(entity.Property(row => row.Team));
        foreach (var read in new[]
                 {
                     nameof(Opportunity.Currency), nameof(Opportunity.BaseCurrency), nameof(Opportunity.Amount), nameof(Opportunity.BaseAmount),
                     nameof(Opportunity.Weighted), nameof(Opportunity.Rate), nameof(Opportunity.Probability), nameof(Opportunity.IsClosed),
                     nameof(Opportunity.InFunnel),
                 })
        {
            entity.Ignore(read);
        }
        // Each sort of the list stands on an index of its own, and the list of one owner in one stage on another.
        entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.Stage, row.AmountE4, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.Stage, row.CloseDay, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.OwnerId, row.Stage, row.UpdatedAt, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.AmountE4, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.CloseDay, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.Name, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.CustomerId, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.Status, row.Id });
        entity.HasIndex(row => new { row.TenantId, row.ExternalSource, row.ExternalId }).IsUnique();
    }

    static void ConfigureHistory(EntityTypeBuilder<HistoryRow> entity, Engine engine)
    {
        entity.ToTable("opp_history").HasPosition(engine);
        entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.Reason).HasMaxLength(OpportunityLimits.ReasonLength);
        entity.Property(row => row.Skipped).HasMaxLength(1000);
        entity.Property(row => row.Name).HasMaxLength(OpportunityLimits.NameLength);
        entity.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.MethodId).HasMaxLength(100);
        entity.Property(row => row.MethodVersion).HasMaxLength(64);
        entity.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.Stage).HasMaxLength(OpportunityLimits.StageKeyLength);
        entity.Property(row => row.OpenStage).HasMaxLength(OpportunityLimits.StageKeyLength);
        entity.Property(row => row.Band).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.AmountMode).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.CurrencyCode).HasMaxLength(3);
        entity.Property(row => row.BaseCurrencyCode).HasMaxLength(3);
        entity.Property(row => row.ProbabilityMode).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.ProbabilityReason).HasMaxLength(OpportunityLimits.ReasonLength);
        entity.Property(row => row.Category).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.ManualCategory).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.Need).HasMaxLength(OpportunityLimits.NeedLength);
        entity.Property(row => row.Timeline).HasMaxLength(OpportunityLimits.TimelineLength);
        entity.Property(row => row.NextStep).HasMaxLength(OpportunityLimits.NextStepLength);
        entity.Property(row => row.CloseReason).HasMaxLength(OpportunityLimits.ReasonLength);
        entity.Property(row => row.WinnerCompetitor).HasMaxLength(OpportunityLimits.CompetitorLength);
        AsJson(entity.Property(row => row.Lines));
        AsJson(entity.Property(row => row.Products));
        AsJson(entity.Property(row => row.Team));
        entity.HasIndex(row => new { row.TenantId, row.OpportunityId, row.Version }).IsUnique();
        entity.HasIndex(row => new { row.TenantId, row.KnownAt });
        // Conversions ask who entered a stage in a time.
        entity.HasIndex(row => new { row.TenantId, row.StageEnteredAt });
    }

    // Most opportunities have neither lines nor a team: an empty list is stored as an empty text and costs no parsing.
    static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => list.Count == 0 ? "" : JsonSerializer.Serialize(list, StoredJson.Options),
        text => text.Length == 0 ? Array.Empty<T>() : JsonSerializer.Deserialize<T[]>(text, StoredJson.Options)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));
}
