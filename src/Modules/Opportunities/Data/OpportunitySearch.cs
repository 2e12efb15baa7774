using System.Linq.Expressions;
using Crm.Opportunities.Domain;
using Crm.Opportunities.UseCases;
using Crm.Platform.Data;
using Crm.Platform.Search;
using Crm.Platform.Security;

namespace Crm.Opportunities.Data;

/// <summary>Opportunities by name and outside key; seen within the scope and by the team.</summary>
internal sealed class OpportunitySearch : SearchKind<Opportunity>
{
    public override string Name => "Opportunity";

    public override int Code => 3;

    public override Permission Requires => Permission.ReadOpportunities;

    protected override IReadOnlyList<string> Members => [nameof(Opportunity.Name), nameof(Opportunity.ExternalId), nameof(Opportunity.ArchivedAt)];

    protected override Expression<Func<Opportunity, bool>> IsPresent => row => row.ArchivedAt == null;

    public override bool SeesAll(Caller caller) => caller.ScopeOf(Resource.Opportunities).All;

    /// <summary>Whether what it is found by differs.</summary>
    internal static bool Differs(Opportunity before, Opportunity after) =>
        before.Name != after.Name || before.ExternalId != after.ExternalId || before.ArchivedAt is null != after.ArchivedAt is null;

    protected override IQueryable<Opportunity> InSight(CrmDb db, Caller caller) => ListOpportunities.Scoped(db, caller.ScopeOf(Resource.Opportunities));

    // The client says the stage in the reader's language; here only what every language shows alike.
    protected override IQueryable<SearchRecord> Shown(CrmDb db, IQueryable<Opportunity> rows) =>
        rows.Select(row => new SearchRecord(row.Id, row.Name, null, row.CustomerId, row.OwnerId, row.UpdatedAt));

    protected override SearchEntry Entry(Opportunity row) => new(
        row.Id, new SearchText().Name("name", row.Name).Code("externalId", row.ExternalId), row.ArchivedAt is not null);
}
