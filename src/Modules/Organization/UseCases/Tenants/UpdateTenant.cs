using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Tenants;

/// <summary>Display name, time zone and language. What stored amounts and sign-in stand on is settled when the tenant is made.</summary>
internal static class UpdateTenant
{
    internal sealed record EditableTenant
    {
        public required string DisplayName { get; init; }

        /// <summary>IANA id. Dates that were given stay as they are; which day it is now follows the new zone.</summary>
        public required string TimeZone { get; init; }

        public required string Language { get; init; }

        /// <summary>The month the fiscal year begins in, 1 to 12.</summary>
        public required int FiscalFirstMonth { get; init; }

        /// <summary>How the fiscal year is divided into weeks.</summary>
        public required FiscalWeeks FiscalWeeks { get; init; }

        /// <summary>Fixed: named here so that an attempt is refused by its code and not by a missing field.</summary>
        public required string BaseCurrency { get; init; }

        /// <summary>Fixed.</summary>
        public required AmountBasis AmountBasis { get; init; }

        /// <summary>Fixed.</summary>
        public required string Slug { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPatch("/tenant", Handle).WithName(nameof(UpdateTenant)).WithTags("Tenant").WithSummary("Edits the caller's tenant.")
            .Requires(Permission.ManageOrganization).RequireIfMatch().Answers<TenantView>().Refuses(RefusalKind.Conflict);

    static async Task<IResult> Handle(
        MergePatch<EditableTenant> patch, ExpectedVersion version, Caller caller, AccessWrites writes, HttpContext http, CancellationToken ct) =>
        (await writes.Write(caller.Writes(), (db, token) => Update(db, patch, version, token), ct)).ToOk(http);

    static async Task<Outcome<TenantView>> Update(CrmDb db, MergePatch<EditableTenant> patch, ExpectedVersion version, CancellationToken ct)
    {
        var tenant = await db.Set<Tenant>().SingleAsync(ct);
        if (version.Check(tenant.Version) is { } stale) return stale;
        var patched = patch.ApplyTo(new EditableTenant
        {
            DisplayName = tenant.DisplayName,
            TimeZone = tenant.TimeZone,
            Language = tenant.Language,
            FiscalFirstMonth = tenant.FiscalFirstMonth,
            FiscalWeeks = tenant.FiscalWeeks,
            BaseCurrency = tenant.BaseCurrency,
            AmountBasis = tenant.AmountBasis,
            Slug = tenant.Slug,
        });
        if (patched.Refused(out var refusal)) return refusal;
        var wanted = patched.Value;
        var settled = new FieldErrors()
            .When(wanted.BaseCurrency != tenant.BaseCurrency, "baseCurrency", "Every stored base amount is in it.")
            .When(wanted.AmountBasis != tenant.AmountBasis, "amountBasis", "Every stored amount is told by it.")
            .When(wanted.Slug != tenant.Slug, "slug", "Members sign in by it.");
        if (settled.ToRefusal("tenants/fixed") is { } asked)
            return Refusal.Conflict("tenants/fixed", "These are settled when the tenant is made and never change.") with { Errors = asked.Errors };
        if (new FieldErrors()
            .Required("displayName", wanted.DisplayName, 100)
            .When(!Names.IsTimeZone(wanted.TimeZone), "timeZone", "Not an IANA time zone, e.g. Asia/Shanghai.")
            .When(!Names.IsLanguage(wanted.Language), "language", "zh-CN or en.")
            .When(wanted.FiscalFirstMonth is < 1 or > 12, "fiscalFirstMonth", "1 to 12.")
            .ToRefusal("tenants/invalid") is { } invalid) return invalid;
        tenant.DisplayName = wanted.DisplayName.Trim();
        tenant.TimeZone = wanted.TimeZone;
        tenant.Language = wanted.Language;
        tenant.FiscalFirstMonth = wanted.FiscalFirstMonth;
        tenant.FiscalWeeks = wanted.FiscalWeeks;
        await db.SaveChangesAsync(ct);
        return TenantView.Of(tenant);
    }
}
