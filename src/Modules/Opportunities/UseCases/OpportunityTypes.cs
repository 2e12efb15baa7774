using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>By which method a tenant sells a type: what it has set, or the product's default.</summary>
internal static class OpportunityTypes
{
    const string ProjectSelling = "project-selling";
    const string RelationshipSelling = "relationship-selling";

    public static async Task<(string Id, string? Version)> Method(CrmDb db, OpportunityType type, CancellationToken cancellation)
    {
        var row = await db.Set<TypeRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Type == type && row.ArchivedAt == null, cancellation);
        return row is null ? (Default(type), null) : (row.MethodId, row.MethodVersion);
    }

    /// <summary>By which methods the tenant sells, over all types.</summary>
    public static async Task<MethodChoices> Offered(CrmDb db, CancellationToken cancellation)
    {
        var set = await db.Set<TypeRow>().AsNoTracking().Where(row => row.ArchivedAt == null).ToDictionaryAsync(row => row.Type, cancellation);
        return new MethodChoices(
        [
            .. Enum.GetValues<OpportunityType>()
                .Select(type => set.TryGetValue(type, out var row) ? (row.MethodId, row.MethodVersion) : (Default(type), null)).Distinct(),
        ]);
    }

    public static string Default(OpportunityType type) => type switch
    {
        OpportunityType.NewProject or OpportunityType.Tender => ProjectSelling,
        _ => RelationshipSelling,
    };
}
