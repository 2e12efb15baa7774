using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Intake;
using Crm.Organization.Setup;
using Crm.Organization.UseCases.ApiKeys;
using Crm.Organization.UseCases.Audit;
using Crm.Organization.UseCases.Auth;
using Crm.Organization.UseCases.BankAccounts;
using Crm.Organization.UseCases.Calendars;
using Crm.Organization.UseCases.Departments;
using Crm.Organization.UseCases.Handover;
using Crm.Organization.UseCases.LegalEntities;
using Crm.Organization.UseCases.Members;
using Crm.Organization.UseCases.Modules;
using Crm.Organization.UseCases.Own;
using Crm.Organization.UseCases.Rates;
using Crm.Organization.UseCases.Roles;
using Crm.Organization.UseCases.Tenants;
using Crm.Platform.Data;
using Crm.Platform.Importing;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Crm.Platform.Scheduling;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Organization;

/// <summary>Tenants, departments, members, roles, data scope, sign-in, API keys, audit.</summary>
public sealed class OrganizationModule : IModule
{
    public string Name => "organization";

    public ModuleTitle Title => new("Organization", "组织");

    public bool CanBeOff => false;

    public void ConfigureModel(ModelBuilder model, Engine engine) => OrganizationModel.Configure(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddDataProtection();
        services.Configure<SignInSettings>(configuration.GetSection("Crm:SignIn"));
        services.AddSingleton<KeyVault>();
        services.AddSingleton<AccessReader>();
        services.AddSingleton<AccessCache>();
        services.AddSingleton<AccessWrites>();
        services.AddSingleton<AccessTokens>();
        services.Configure<KeySettings>(configuration.GetSection("Crm:ApiKeys"));
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<ICallerSource, CallerSource>();
        services.AddSingleton<OrganizationDirectory>();
        services.AddSingleton<IOrganizationDirectory>(provider => provider.GetRequiredService<OrganizationDirectory>());
        services.AddSingleton<IModuleSwitches>(provider => provider.GetRequiredService<OrganizationDirectory>());
        services.AddSingleton<IBusinessCalendar>(provider => provider.GetRequiredService<OrganizationDirectory>());
        services.AddSingleton<IPlanningRates>(provider => provider.GetRequiredService<OrganizationDirectory>());
        services.AddSingleton<AccountRules>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SignIn.Parts>();
        services.AddSingleton<ChangeMyPassword.Parts>();
        services.AddSingleton<CompleteSetup.Parts>();
        services.AddSingleton<SetupCode>();
        services.AddHostedService<SetupAnnouncement>();
        services.AddSingleton<ITenantIntake, TenantIntakes>();
        services.AddSingleton<MemberIntakes>();
        services.AddSingleton<IMemberIntake>(provider => provider.GetRequiredService<MemberIntakes>());
        services.AddImport<ImportMembers>();
        services.AddSingleton<IJobKind, HandoverJob>();
        services.AddSchedule<ForgetEndedSessions>();
        services.AddSingleton<IMemberNames>(provider => provider.GetRequiredService<MemberIntakes>());
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
        GetSetup.Map(api);
        CompleteSetup.Map(api);
        SignIn.Map(api);
        RefreshSession.Map(api);
        SignOut.Map(api);
        GetMe.Map(api);
        ChangeMyPassword.Map(api);
        ListDepartments.Map(api);
        CreateDepartment.Map(api);
        UpdateDepartment.Map(api);
        MoveDepartment.Map(api);
        ArchiveDepartment.Map(api);
        ListMembers.Map(api);
        GetMember.Map(api);
        CreateMember.Map(api);
        UpdateMember.Map(api);
        MoveMember.Map(api);
        SetMemberState.Map(api);
        ArchiveMember.Map(api);
        ReadHandover.Map(api);
        HandOver.Map(api);
        ResetPassword.Map(api);
        SignOutMember.Map(api);
        ListMemberDepartments.Map(api);
        ListApiKeys.Map(api);
        CreateApiKey.Map(api);
        RenameApiKey.Map(api);
        RevokeApiKey.Map(api);
        ListPermissions.Map(api);
        ListRoles.Map(api);
        CreateRole.Map(api);
        UpdateRole.Map(api);
        ArchiveRole.Map(api);
        GetTenant.Map(api);
        UpdateTenant.Map(api);
        ListLegalEntities.Map(api);
        WriteLegalEntities.Map(api);
        ListPlanningRates.Map(api);
        SetPlanningRates.Map(api);
        ListAudit.Map(api);
        ListBankAccounts.Map(api);
        WriteBankAccounts.Map(api);
        CalendarDays.Map(api);
        GetWorkingDays.Map(api);
        GetFiscalYear.Map(api);
        ListModules.Map(api);
        SwitchModule.Map(api);
    }
}
