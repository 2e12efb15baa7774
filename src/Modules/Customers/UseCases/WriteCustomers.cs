using Crm.Contracts.Customers;
using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.UseCases;

/// <summary>Creates, edits, replaces, archives and restores customers.</summary>
internal static class WriteCustomers
{
    const int PutAttempts = 10;

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/customers", Create).WithName("CreateCustomer").WithTags("Customers").WithSummary("Creates a customer.")
            .Requires(Permission.WriteCustomers).Idempotent().Answers<CustomerView>(StatusCodes.Status201Created);
        api.MapPatch("/customers/{id:guid}", Update).WithName("UpdateCustomer").WithTags("Customers").WithSummary("Edits a customer.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<CustomerView>().Refuses(RefusalKind.NotFound);
        api.MapPut("/customers/by-external/{source}/{externalId}", Put).WithName("PutCustomerByExternal").WithTags("Customers")
            .WithSummary("Creates or replaces the customer of an outside system's key.")
            .Requires(Permission.WriteCustomers).Answers<CustomerView>().Refuses(RefusalKind.NotFound);
        api.MapDelete("/customers/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, custom, http, ct))
            .WithName("ArchiveCustomer").WithTags("Customers").WithSummary("Archives a customer.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<CustomerView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/customers/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, custom, http, ct))
            .WithName("RestoreCustomer").WithTags("Customers").WithSummary("Brings an archived customer back.")
            .Requires(Permission.WriteCustomers).RequireIfMatch().Answers<CustomerView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> Create(
        CustomerFields request, Command command, Database database, CustomerWrites writes, HttpContext http, CancellationToken ct) =>
        (await UniqueRaces.AgainWhenTaken(() => database.Write(command.Writes, (db, token) => Add(db, request, command.Caller, writes, null, token), ct))).ToCreated(http);

    static async Task<IResult> Update(
        Guid id, MergePatch<CustomerFields> patch, ExpectedVersion version, Caller caller, Database database, CustomerWrites writes,
        HttpContext http, CancellationToken ct) =>
        (await UniqueRaces.AgainWhenTaken(() => database.Write<CustomerView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, caller, token) is not { ArchivedAt: null } row) return CustomerView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(CustomerFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            return await Save(db, row, patched.Value, caller, writes, token);
        }, ct))).ToOk(http);

    static async Task<IResult> Put(
        string source, string externalId, CustomerFields request, Caller caller, Database database, CustomerWrites writes,
        HttpContext http, CancellationToken ct)
    {
        if (new FieldErrors().Required("source", source, 50).Required("externalId", externalId, 200).ToRefusal("customers/invalid") is { } invalid)
            return invalid.ToProblem();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await database.Write(caller.Writes(), (db, token) => Replace(db, source, externalId, request, caller, writes, token), ct);
                // Who replaces names no version: after a parallel replacement, replace again.
                if (outcome is { IsRefused: true, Refusal.Kind: RefusalKind.Stale } && attempt < PutAttempts) continue;
                return outcome.ToOk(http);
            }
            catch (DbUpdateException e) when (UniqueKeys.Caused(e) && attempt < PutAttempts)
            {
                // A parallel call made the customer of this key; replace that one.
            }
        }
    }

    static async Task<Outcome<CustomerView>> Replace(
        CrmDb db, string source, string externalId, CustomerFields request, Caller caller, CustomerWrites writes, CancellationToken ct)
    {
        if (await db.Set<ExternalKeyRow>().SingleOrDefaultAsync(row => row.Source == source && row.ExternalId == externalId, ct) is not { } key)
            return await Add(db, request, caller, writes, (source, externalId), ct);
        if (await Find(db, key.CustomerId, caller, ct) is not { } row) return CustomerView.NotFound;
        row.ArchivedAt = null;
        return await Save(db, row, request, caller, writes, ct);
    }

    static async Task<Outcome<CustomerView>> Add(
        CrmDb db, CustomerFields request, Caller caller, CustomerWrites writes, (string Source, string Id)? key, CancellationToken ct)
    {
        var now = db.UtcNow();
        var row = new Customer { Id = Guid.CreateVersion7(now), Name = "", NameKey = "" };
        if (await request.Apply(db, row, true, caller, writes, ct) is { } refusal) return refusal;
        db.Add(row);
        if (key is { } external)
            db.Add(new ExternalKeyRow { Source = external.Source, ExternalId = external.Id, IdKey = Customer.KeyOf(external.Id, 200), CustomerId = row.Id });
        db.Publish(new CustomerCreated(row.Id, row.OwnerId, row.DepartmentId, now));
        await db.SaveChangesAsync(ct);
        return CustomerView.Of(row, await writes.Fields.For(db, caller, "customers", ct));
    }

    static async Task<Outcome<CustomerView>> Save(
        CrmDb db, Customer row, CustomerFields fields, Caller caller, CustomerWrites writes, CancellationToken ct)
    {
        if (await fields.Apply(db, row, false, caller, writes, ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return CustomerView.Of(row, await writes.Fields.For(db, caller, "customers", ct));
    }

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
        (await database.Write<CustomerView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, caller, token) is not { } row) return CustomerView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null)
            {
                row.ArchivedAt = archive ? db.UtcNow() : null;
                db.Publish(new CustomerArchived(id, archive, db.UtcNow()));
            }
            await db.SaveChangesAsync(token);
            return CustomerView.Of(row, await custom.For(db, caller, "customers", token));
        }, ct)).ToOk(http);

    static Task<Customer?> Find(CrmDb db, Guid id, Caller caller, CancellationToken ct) =>
        db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers)).SingleOrDefaultAsync(row => row.Id == id, ct);
}
