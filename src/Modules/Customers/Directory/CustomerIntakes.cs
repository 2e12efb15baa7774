using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Customers.Data;
using Crm.Customers.UseCases;
using Crm.Customers.UseCases.Contacts;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Directory;

/// <summary>Customers from outside, with their contacts.</summary>
internal sealed class CustomerIntakes(IMemberNames members, CustomFields custom) : ICustomerIntake
{
    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<CustomerIntake> rows, CancellationToken ct)
    {
        var db = unit.Db();
        var departments = (await members.All(unit, ct)).ToDictionary(member => member.Id, member => member.DepartmentId);
        var known = await Known(db, rows, ct);
        var answers = new List<IntakeAnswer>(rows.Count);
        var taken = new HashSet<(Guid, string)>();
        foreach (var row in rows)
        {
            var fields = Fields(row);
            var reasons = Check(row, fields, departments);
            if (reasons.Count > 0)
            {
                answers.Add(new IntakeAnswer(IntakeResult.Refused, null, reasons));
                continue;
            }
            var customer = row.Key is { } key ? known.GetValueOrDefault(key) : null;
            var isNew = customer is null;
            var id = customer?.Id ?? Guid.CreateVersion7(db.UtcNow());
            var former = customer is null ? CustomValues.None : CustomValues.Of(customer);
            if (await custom.CheckChoice(db, Domain.Industries.List, "industry", customer?.Industry, fields.Industry?.Trim(), ct) is { } notOffered)
            {
                answers.Add(Refused(notOffered));
                continue;
            }
            var decided = await custom.Decide(db, FieldWriter.System, "customers", id, former, row.Custom, isNew, ct, taken);
            if (decided.Refused(out var wrong))
            {
                answers.Add(Refused(wrong));
                continue;
            }
            customer ??= Add(db, id, row, known);
            Apply(customer, isNew, row, fields, departments[row.OwnerId]);
            (customer.Custom, customer.CustomPersonal) = decided.Value;
            await custom.Store(db, "customers", id, former, decided.Value, ct);
            var contactsChanged = await TakeContacts(db, customer.Id, isNew, row.Contacts, ct);
            if (isNew) db.Publish(new CustomerCreated(customer.Id, customer.OwnerId, customer.DepartmentId, db.UtcNow()));
            answers.Add(IntakeAnswer.Of(
                isNew ? IntakeResult.Created : contactsChanged || db.Entry(customer).State == EntityState.Modified ? IntakeResult.Updated : IntakeResult.Unchanged,
                customer.Id));
        }
        await db.SaveChangesAsync(ct);
        await ParentLinks.Draw(db, [.. answers.Select(answer => answer.Id).OfType<Guid>()], ct);
        return answers;
    }

    static CustomerFields Fields(CustomerIntake row) => new()
    {
        Name = row.Name,
        ShortName = row.ShortName,
        Uscc = row.UnifiedSocialCreditCode,
        Industry = row.Industry,
        Employees = row.Employees,
        RevenueMillions = row.RevenueMillions,
        FoundedYear = row.FoundedYear,
        Region = row.Region,
        Address = row.Address,
    };

    static List<IntakeReason> Check(CustomerIntake row, CustomerFields fields, Dictionary<Guid, Guid> departments)
    {
        var errors = fields.Check()
            .Optional("parentName", row.ParentName, 200)
            .When(!departments.ContainsKey(row.OwnerId), "ownerId", "There is no such member.")
            .When(row.Key is { Source.Length: 0 or > 50 } or { Id.Length: 0 or > 200 }, "key", "A source of 1 to 50 and an id of 1 to 200 characters.");
        foreach (var contact in row.Contacts)
        {
            foreach (var (field, detail) in ContactOf(contact).Check().All) errors.Add($"contacts.{field}", detail);
        }
        return [.. errors.All.Select(error => new IntakeReason(
            error.Field == "uscc" ? "unifiedSocialCreditCode" : error.Field, "customers/invalid", error.Detail))];
    }

    static IntakeAnswer Refused(Refusal refusal) => new(IntakeResult.Refused, null,
        [.. refusal.Errors!.SelectMany(error => error.Value.Select(detail => new IntakeReason(error.Key, refusal.Code, detail)))]);

    static Customer Add(CrmDb db, Guid id, CustomerIntake row, Dictionary<ExternalKey, Customer> known)
    {
        var now = db.UtcNow();
        var customer = new Customer { Id = id, Name = row.Name, NameKey = "", CreatedAt = row.KnownAtUtc ?? now };
        db.Add(customer);
        if (row.Key is not { } key) return customer;
        db.Add(new ExternalKeyRow { Source = key.Source, ExternalId = key.Id, IdKey = Customer.KeyOf(key.Id, 200), CustomerId = customer.Id });
        known[key] = customer;
        return customer;
    }

    /// <summary>What the file does not say stays as it is.</summary>
    static void Apply(Customer customer, bool isNew, CustomerIntake row, CustomerFields fields, Guid departmentId)
    {
        customer.Name = fields.Name.Trim();
        customer.NameKey = Customer.KeyOf(customer.Name, 200);
        customer.ShortName = fields.ShortName?.Trim() ?? customer.ShortName;
        customer.ShortNameKey = customer.ShortName is null ? null : Customer.KeyOf(customer.ShortName, 100);
        customer.Uscc = fields.Uscc is null ? customer.Uscc : UnifiedCode.Normalize(fields.Uscc);
        customer.Industry = fields.Industry?.Trim() ?? customer.Industry;
        customer.Employees = fields.Employees ?? customer.Employees;
        customer.RevenueMillionsE4 = fields.RevenueMillions is { } revenue ? Scaled.Amount(revenue) : customer.RevenueMillionsE4;
        customer.FoundedYear = fields.FoundedYear ?? customer.FoundedYear;
        customer.Region = fields.Region?.Trim() ?? customer.Region;
        customer.Address = fields.Address?.Trim() ?? customer.Address;
        if (isNew || !row.KnownKeepsOwner) (customer.OwnerId, customer.DepartmentId) = (row.OwnerId, departmentId);
        customer.ArchivedAt = null;
        if (row.ParentName is not { Length: > 0 } parent) return;
        customer.ParentName = parent.Trim();
        if (customer.ParentId is null) customer.ParentKey = Customer.KeyOf(parent, 200);
    }

    static async Task<bool> TakeContacts(CrmDb db, Guid customerId, bool isNew, IReadOnlyList<ContactIntake> contacts, CancellationToken ct)
    {
        if (contacts.Count == 0) return false;
        var present = isNew ? [] : await db.Set<Contact>().AsTracking().Where(row => row.CustomerId == customerId && row.ArchivedAt == null).ToListAsync(ct);
        var changed = false;
        foreach (var contact in contacts)
        {
            var row = present.FirstOrDefault(known => known.Name == contact.Name.Trim());
            if (row is null)
            {
                row = new Contact { Id = Guid.CreateVersion7(db.UtcNow()), CustomerId = customerId, Name = contact.Name };
                present.Add(row);
                db.Add(row);
            }
            ContactOf(contact).ApplyTo(row);
            foreach (var other in present.Where(other => contact.IsPrimary && other != row)) other.IsPrimary = false;
            changed |= db.Entry(row).State != EntityState.Unchanged;
        }
        return changed;
    }

    static ContactFields ContactOf(ContactIntake contact) => new()
    {
        Name = contact.Name,
        Title = contact.Title,
        Mobile = contact.Mobile,
        Email = contact.Email,
        IsPrimary = contact.IsPrimary,
    };

    static async Task<Dictionary<ExternalKey, Customer>> Known(CrmDb db, IReadOnlyList<CustomerIntake> rows, CancellationToken ct)
    {
        var known = new Dictionary<ExternalKey, Customer>();
        foreach (var source in rows.Select(row => row.Key).OfType<ExternalKey>().GroupBy(key => key.Source))
        {
            foreach (var chunk in source.Select(key => key.Id).Distinct().Chunk(500))
            {
                var found = await (
                    from key in db.Set<ExternalKeyRow>()
                    where key.Source == source.Key && chunk.Contains(key.ExternalId)
                    join customer in db.Set<Customer>() on key.CustomerId equals customer.Id
                    select new { key.ExternalId, customer }).AsTracking().ToListAsync(ct);
                foreach (var pair in found) known[new ExternalKey(source.Key, pair.ExternalId)] = pair.customer;
            }
        }
        return known;
    }
}
