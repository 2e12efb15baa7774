using System.Linq.Expressions;
using Crm.Platform.Data;
using Crm.Platform.Search;
using Crm.Platform.Security;

namespace Crm.Customers.Data;

/// <summary>Contacts by name, mobile, mail address and WeChat; seen by whoever sees their customer, as long as that is not archived.</summary>
internal sealed class ContactSearch : SearchKind<Contact>
{
    public override string Name => "Contact";

    public override int Code => 2;

    public override Permission Requires => Permission.ReadCustomers;

    protected override IReadOnlyList<string> Members =>
        [nameof(Contact.Name), nameof(Contact.Mobile), nameof(Contact.Email), nameof(Contact.WeChat), nameof(Contact.ArchivedAt)];

    protected override Expression<Func<Contact, bool>> IsPresent => row => row.ArchivedAt == null;

    public override bool SeesAll(Caller caller) => caller.ScopeOf(Resource.Customers).All;

    protected override IQueryable<Contact> InSight(CrmDb db, Caller caller)
    {
        var customers = db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers)).Where(row => row.ArchivedAt == null);
        return from row in db.Set<Contact>() join customer in customers on row.CustomerId equals customer.Id select row;
    }

    protected override IQueryable<SearchRecord> Shown(CrmDb db, IQueryable<Contact> rows) =>
        from row in rows
        join customer in db.Set<Customer>() on row.CustomerId equals customer.Id
        select new SearchRecord(row.Id, row.Name, customer.ShortName ?? customer.Name, row.CustomerId, customer.OwnerId, row.UpdatedAt);

    protected override SearchEntry Entry(Contact row) => new(
        row.Id,
        new SearchText().Name("name", row.Name).Code("mobile", row.Mobile).Code("email", row.Email).Code("weChat", row.WeChat),
        row.ArchivedAt is not null);
}
