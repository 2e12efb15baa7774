using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.UseCases.Contacts;

/// <summary>Lists, reads, creates, edits and archives contacts of the customers that the caller sees.</summary>
internal static class ServeContacts
{
    static readonly ListSpec<Contact> Spec = new ListSpec<Contact>()
        .Filter("q", "Contacts whose name, mobile or mail address begins with the text.", (rows, text) =>
            text.Length > 100 || !FieldErrors.IsText(text)
                ? Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.")
                : Outcome<IQueryable<Contact>>.Of(rows.Where(row => row.Name.StartsWith(text) || row.Mobile!.StartsWith(text) || row.Email!.StartsWith(text))))
        .Filter("customerId", row => row.CustomerId)
        .Filter("name", row => row.Name)
        .Filter("mobile", row => row.Mobile)
        .Filter("email", row => row.Email)
        .Filter("isPrimary", row => row.IsPrimary)
        .Sort("name", row => row.Name)
        .WithCustomFields();

    internal sealed record NewContact
    {
        public required Guid CustomerId { get; init; }

        public required ContactFields Contact { get; init; }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/contacts", List).WithName("ListContacts").WithTags("Contacts").WithSummary("Lists contacts of the customers within the caller's scope.")
            .Requires(Permission.ReadCustomers).Lists(Spec).Answers<Page<ContactView>>();
        api.MapGet("/contacts/{id:guid}", Get).WithName("GetContact").WithTags("Contacts").WithSummary("Reads a contact.")
            .Requires(Permission.ReadCustomers).Answers<ContactView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/contacts", Create).WithName("CreateContact").WithTags("Contacts").WithSummary("Creates a contact of a customer.")
            .Requires(Permission.WriteCustomers).Idempotent().Answers<ContactView>(StatusCodes.Status201Created);
        api.MapPatch("/contacts/{id:guid}", Update).WithName("UpdateContact").WithTags("Contacts").WithSummary("Edits a contact.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<ContactView>().Refuses(RefusalKind.NotFound);
        api.MapDelete("/contacts/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, custom, http, ct))
            .WithName("ArchiveContact").WithTags("Contacts").WithSummary("Archives a contact.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<ContactView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/contacts/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, custom, http, ct))
            .WithName("RestoreContact").WithTags("Contacts").WithSummary("Brings an archived contact back.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<ContactView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var fields = await custom.For(db, caller, "contacts", ct);
        return (await Spec.Page(Visible(db, caller), query, row => ContactView.Of(row, fields), ct, custom: new FieldColumns(db, fields))).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<ContactView> outcome = await Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? ContactView.Of(row, await custom.For(db, caller, "contacts", ct))
            : ContactView.NotFound;
        return outcome.ToOk(http);
    }

    static async Task<IResult> Create(NewContact request, Command command, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        if (request.Contact.Check().ToRefusal("contacts/invalid") is { } invalid) return invalid.Under("contact").ToProblem();
        return (await UniqueRaces.AgainWhenTaken(() => database.Write<ContactView>(command.Writes, async (db, token) =>
        {
            var visible = db.Set<Customer>().InScope(command.Caller.ScopeOf(Resource.Customers));
            if (!await visible.AnyAsync(row => row.Id == request.CustomerId && row.ArchivedAt == null, token))
                return Refusal.Field("customerId", "customers/not-found", "There is no such customer.");
            var row = new Contact { Id = Guid.CreateVersion7(db.UtcNow()), CustomerId = request.CustomerId, Name = "" };
            if (await Apply(db, row, true, request.Contact, command.Caller, custom, token) is { } refused) return refused.Under("contact");
            db.Add(row);
            await KeepOnePrimary(db, row, token);
            await db.SaveChangesAsync(token);
            return ContactView.Of(row, await custom.For(db, command.Caller, "contacts", token));
        }, ct))).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<ContactFields> patch, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
        (await UniqueRaces.AgainWhenTaken(() => database.Write<ContactView>(caller.Writes(), async (db, token) =>
        {
            if (await Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, token) is not { ArchivedAt: null } row) return ContactView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(ContactFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check().ToRefusal("contacts/invalid") is { } invalid) return invalid;
            if (await Apply(db, row, false, patched.Value, caller, custom, token) is { } refused) return refused;
            await KeepOnePrimary(db, row, token);
            await db.SaveChangesAsync(token);
            return ContactView.Of(row, await custom.For(db, caller, "contacts", token));
        }, ct))).ToOk(http);

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
        (await database.Write<ContactView>(caller.Writes(), async (db, token) =>
        {
            if (await Visible(db, caller).SingleOrDefaultAsync(row => row.Id == id, token) is not { } row) return ContactView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null) row.ArchivedAt = archive ? db.UtcNow() : null;
            if (archive) row.IsPrimary = false;
            await db.SaveChangesAsync(token);
            return ContactView.Of(row, await custom.For(db, caller, "contacts", token));
        }, ct)).ToOk(http);

    static async Task<Refusal?> Apply(CrmDb db, Contact row, bool isNew, ContactFields fields, Caller caller, CustomFields custom, CancellationToken ct)
    {
        var former = CustomValues.Of(row);
        var decided = await custom.Decide(db, FieldWriter.Of(caller), "contacts", row.Id, former, fields.Custom, isNew, ct);
        if (decided.Refused(out var refusal)) return refusal;
        fields.ApplyTo(row);
        (row.Custom, row.CustomPersonal) = decided.Value;
        await custom.Store(db, "contacts", row.Id, former, decided.Value, ct);
        return null;
    }

    static async Task KeepOnePrimary(CrmDb db, Contact row, CancellationToken ct)
    {
        if (!row.IsPrimary) return;
        foreach (var other in await db.Set<Contact>().AsTracking().Where(c => c.CustomerId == row.CustomerId && c.IsPrimary && c.Id != row.Id).ToListAsync(ct))
            other.IsPrimary = false;
    }

    static IQueryable<Contact> Visible(CrmDb db, Caller caller)
    {
        var rule = caller.ScopeOf(Resource.Customers);
        if (rule.All) return db.Set<Contact>();
        var customers = db.Set<Customer>().InScope(rule);
        return db.Set<Contact>().Where(row => customers.Any(customer => customer.Id == row.CustomerId));
    }
}
