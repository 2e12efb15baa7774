using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.BankAccounts;

internal static class ListBankAccounts
{
    static readonly ListSpec<BankAccount> Spec = new ListSpec<BankAccount>()
        .Filter("legalEntityId", row => row.LegalEntityId)
        .Filter("currency", row => row.Currency)
        .Filter("accountNumber", row => row.AccountNumber)
        .Filter("isDefault", row => row.IsDefault)
        .Sort("bank", row => row.Bank);

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/bank-accounts", List).WithName(nameof(ListBankAccounts)).WithTags("LegalEntities")
            .WithSummary("Lists the bank accounts of legal entities.")
            .Requires(Permission.ReadOrganization).Lists(Spec).Answers<Page<BankAccountView>>();
        api.MapGet("/bank-accounts/{id:guid}", Get).WithName("GetBankAccount").WithTags("LegalEntities").WithSummary("Reads a bank account.")
            .Requires(Permission.ReadOrganization).Answers<BankAccountView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        return (await Spec.Page(db.Set<BankAccount>(), query, BankAccountView.Of, ct)).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<BankAccountView> outcome = await db.Set<BankAccount>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? BankAccountView.Of(row)
            : BankAccountView.NotFound;
        return outcome.ToOk(http);
    }
}
