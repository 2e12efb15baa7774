using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.BankAccounts;

/// <summary>
/// Creates, edits, archives and restores bank accounts. While a legal entity has accounts in a currency, one of them is the default: changes
/// come one after another within the tenant.
/// </summary>
internal static class WriteBankAccounts
{
    internal sealed record NewBankAccount
    {
        public required Guid LegalEntityId { get; init; }

        public required BankAccountFields Account { get; init; }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/bank-accounts", Create).WithName("CreateBankAccount").WithTags("LegalEntities").WithSummary("Adds a bank account to a legal entity.")
            .Requires(Permission.ManageOrganization).Idempotent().Answers<BankAccountView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);
        api.MapPatch("/bank-accounts/{id:guid}", Update).WithName("UpdateBankAccount").WithTags("LegalEntities").WithSummary("Edits a bank account.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<BankAccountView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapDelete("/bank-accounts/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, writes, http, ct))
            .WithName("ArchiveBankAccount").WithTags("LegalEntities").WithSummary("Archives a bank account; the default one goes last.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<BankAccountView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPost("/bank-accounts/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, writes, http, ct))
            .WithName("RestoreBankAccount").WithTags("LegalEntities").WithSummary("Brings an archived bank account back.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<BankAccountView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
    }

    static async Task<IResult> Create(NewBankAccount request, Command command, AccessWrites writes, HttpContext http, CancellationToken ct)
    {
        if (request.Account.Check(new FieldErrors()).ToRefusal("bank-accounts/invalid") is { } invalid) return invalid.Under("account").ToProblem();
        return (await writes.Write<BankAccountView>(command.Writes, async (db, token) =>
        {
            if (!await db.Set<LegalEntity>().AnyAsync(row => row.Id == request.LegalEntityId && row.ArchivedAt == null, token))
                return Refusal.Field("legalEntityId", "legal-entities/not-found", "There is no such legal entity.");
            var row = new BankAccount { LegalEntityId = request.LegalEntityId, Bank = "", AccountNumber = "", Currency = "" };
            request.Account.WriteTo(row);
            if (await Taken(db, row, token)) return AlreadyThere.Under("account");
            await Settle(db, row, request.Account.IsDefault, token);
            db.Add(row);
            await db.SaveChangesAsync(token);
            return BankAccountView.Of(row);
        }, ct)).ToCreated(http);
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<BankAccountFields> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<BankAccountView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { ArchivedAt: null } row) return BankAccountView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            var patched = patch.ApplyTo(BankAccountFields.Of(row));
            if (patched.Refused(out var refusal)) return refusal;
            if (patched.Value.Check(new FieldErrors()).ToRefusal("bank-accounts/invalid") is { } invalid) return invalid;
            var (was, currency) = (row.IsDefault, row.Currency);
            if (was && (!patched.Value.IsDefault || patched.Value.Currency != currency) && await Others(db, row).AnyAsync(token)) return DefaultStays;
            patched.Value.WriteTo(row);
            if (await Taken(db, row, token)) return AlreadyThere;
            await Settle(db, row, patched.Value.IsDefault, token);
            await db.SaveChangesAsync(token);
            return BankAccountView.Of(row);
        }, ct)).ToOk(http);

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write<BankAccountView>(caller.Writes(), async (db, token) =>
        {
            if (await Find(db, id, token) is not { } row) return BankAccountView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive && row.ArchivedAt is null)
            {
                if (row.IsDefault && await Others(db, row).AnyAsync(token)) return DefaultStays;
                (row.ArchivedAt, row.IsDefault) = (db.UtcNow(), false);
            }
            else if (!archive && row.ArchivedAt is not null)
            {
                if (await Taken(db, row, token)) return AlreadyThere;
                row.ArchivedAt = null;
                await Settle(db, row, false, token);
            }
            await db.SaveChangesAsync(token);
            return BankAccountView.Of(row);
        }, ct)).ToOk(http);

    /// <summary>The default of its currency moves to the account, or is it when there is no other.</summary>
    static async Task Settle(CrmDb db, BankAccount row, bool asked, CancellationToken ct)
    {
        var others = await Others(db, row).AsTracking().Where(other => other.IsDefault).ToListAsync(ct);
        row.IsDefault = asked || others.Count == 0;
        if (!row.IsDefault) return;
        foreach (var former in others) former.IsDefault = false;
    }

    static IQueryable<BankAccount> Others(CrmDb db, BankAccount row)
    {
        var (id, entity, currency) = (row.Id, row.LegalEntityId, row.Currency);
        return db.Set<BankAccount>().Where(other => other.LegalEntityId == entity && other.Currency == currency && other.Id != id && other.ArchivedAt == null);
    }

    static Task<bool> Taken(CrmDb db, BankAccount row, CancellationToken ct)
    {
        var (id, number, currency) = (row.Id, row.AccountNumber, row.Currency);
        return db.Set<BankAccount>().AnyAsync(other => other.AccountNumber == number && other.Currency == currency && other.Id != id && other.ArchivedAt == null, ct);
    }

    static Task<BankAccount?> Find(CrmDb db, Guid id, CancellationToken ct) => db.Set<BankAccount>().SingleOrDefaultAsync(row => row.Id == id, ct);

    static Refusal AlreadyThere => Refusal.Conflict("bank-accounts/taken", "There is an account of this number and currency already.") with
    {
        Errors = new Dictionary<string, string[]> { ["accountNumber"] = ["There is an account of this number and currency already."] },
    };

    static Refusal DefaultStays => Refusal.Conflict("bank-accounts/default", "Documents in this currency name this account. Make another one the default first.");
}
