using System.Linq.Expressions;
using Crm.Platform.Data;
using Crm.Platform.Search;
using Crm.Platform.Security;

namespace Crm.Quoting.Data;

/// <summary>Products by name, code and outside key; everybody who may read products sees them all.</summary>
internal sealed class ProductSearch : SearchKind<Product>
{
    public override string Name => "Product";

    public override int Code => 4;

    public override Permission Requires => Permission.ReadProducts;

    protected override IReadOnlyList<string> Members => [nameof(Product.Name), nameof(Product.Code), nameof(Product.ExternalId), nameof(Product.ArchivedAt)];

    protected override Expression<Func<Product, bool>> IsPresent => row => row.ArchivedAt == null;

    public override bool SeesAll(Caller caller) => true;

    protected override IQueryable<Product> InSight(CrmDb db, Caller caller) => db.Set<Product>();

    protected override IQueryable<SearchRecord> Shown(CrmDb db, IQueryable<Product> rows) =>
        rows.Select(row => new SearchRecord(row.Id, row.Name, row.Code, null, null, row.UpdatedAt));

    protected override SearchEntry Entry(Product row) => new(
        row.Id, new SearchText().Name("name", row.Name).Code("code", row.Code).Code("externalId", row.ExternalId), row.ArchivedAt is not null);
}
