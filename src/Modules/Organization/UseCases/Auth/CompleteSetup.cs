using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Organization.Intake;
using Crm.Organization.Setup;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.Auth;

/// <summary>Makes the first tenant and its administrator. It happens once in the life of an installation, whoever races.</summary>
internal static class CompleteSetup
{
    internal sealed record SetupRequest
    {
        /// <summary>As printed on the host's console.</summary>
        public required string Code { get; init; }

        /// <summary>The tenant's short name: 2 to 40 lower-case letters, digits and hyphens.</summary>
        public required string Tenant { get; init; }

        public required string DisplayName { get; init; }

        /// <summary>ISO 4217; fixed from now on.</summary>
        public required string BaseCurrency { get; init; }

        /// <summary>Whether amounts include tax; fixed from now on.</summary>
        public required AmountBasis AmountBasis { get; init; }

        public required string TimeZone { get; init; }

        public required string Language { get; init; }

        public required FirstAdministrator Administrator { get; init; }
    }

    internal sealed record FirstAdministrator
    {
        public required string UserName { get; init; }

        public required string DisplayName { get; init; }

        public string? Email { get; init; }

        public required string Password { get; init; }
    }

    internal sealed record SetupDone(Guid TenantId, string Tenant, Guid MemberId, string UserName);

    internal sealed record Parts(Database Database, AccountRules Rules, KeyVault Vault, SetupCode Code, SignInLimits Limits, TimeProvider Clock);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/setup", Handle).WithName(nameof(CompleteSetup)).WithTags("Setup")
            .WithSummary("Makes the first tenant and its administrator, once.").Anonymous()
            .Answers<SetupDone>(StatusCodes.Status201Created).Refuses(RefusalKind.Forbidden, RefusalKind.Conflict, RefusalKind.TooManyRequests);

    static async Task<IResult> Handle(SetupRequest request, Parts parts, HttpContext http, CancellationToken ct)
    {
        if (parts.Limits.Check(http, "setup") is { } tooMany) return tooMany.ToProblem();
        var outcome = await Complete(request, parts, ct);
        return outcome.Refused(out var refusal)
            ? refusal.ToProblem()
            : TypedResults.Created($"/api/v1/tenants/{outcome.Value.TenantId}", outcome.Value);
    }

    static async Task<Outcome<SetupDone>> Complete(SetupRequest request, Parts parts, CancellationToken ct)
    {
        if (await TenantIntakes.IsInstalled(parts.Database, ct)) return Completed;
        if (!parts.Code.Matches(request.Code))
            return Refusal.Forbidden("setup/wrong-code", "This is not the set-up code that the host printed on its console.");
        var tenant = new TenantIntake(request.Tenant, request.DisplayName, request.BaseCurrency, request.AmountBasis, request.TimeZone, request.Language);
        if (TenantFounding.Check(tenant) is { } invalid) return Renamed(invalid);
        var administrator = request.Administrator;
        if (new FieldErrors()
            .When(!Names.IsUserName(administrator.UserName), "administrator.userName", $"2 to {Names.MaxUserName} letters, digits and . _ - @ +.")
            .Required("administrator.displayName", administrator.DisplayName, 100)
            .When(administrator.Email is not null && !Names.IsEmail(administrator.Email), "administrator.email", "Not a mail address.")
            .ToRefusal("setup/invalid") is { } wrong) return wrong;
        if (await parts.Rules.Check("administrator.password", administrator.Password, administrator.UserName) is { } weak) return weak;
        var hash = parts.Rules.Hash(administrator.Password);
        try
        {
            return await parts.Database.Write(
                new WriteContext(Guid.CreateVersion7(parts.Clock.GetUtcNow()), null),
                (db, _) => Task.FromResult(Found(db, tenant, administrator, hash, parts.Vault)),
                ct);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            return Completed;
        }
    }

    static Outcome<SetupDone> Found(CrmDb db, TenantIntake tenant, FirstAdministrator administrator, string hash, KeyVault vault)
    {
        var founded = TenantFounding.Add(db, tenant, vault, first: true);
        var now = db.UtcNow();
        var member = new Member
        {
            Id = Guid.CreateVersion7(now),
            UserName = administrator.UserName,
            NormalizedUserName = Names.Normalize(administrator.UserName),
            DisplayName = administrator.DisplayName.Trim(),
            Email = administrator.Email,
            DepartmentId = founded.RootDepartmentId,
            Language = tenant.Language,
        };
        db.Add(member);
        db.Add(MemberChanges.NewCredential(member.Id, hash, now));
        db.Add(MemberChanges.Holds(db, member.Id, founded.AdministratorRoleId));
        db.Add(MemberChanges.Membership(db, member, now));
        db.Publish(new MemberStateChanged(member.Id, true, now));
        return new SetupDone(db.TenantId, tenant.Slug, member.Id, member.UserName);
    }

    static Refusal Completed => Refusal.Conflict("setup/completed", "This installation has its first administrator already.");

    static Refusal Renamed(Refusal refusal) => refusal with
    {
        Errors = refusal.Errors!.ToDictionary(error => error.Key == "slug" ? "tenant" : error.Key, error => error.Value),
    };
}
