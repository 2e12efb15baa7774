using Crm.Contracts.Opportunities;
using Crm.Opportunities.Data;
using Crm.Opportunities.Handover;
using Crm.Opportunities.Domain;
using Crm.Opportunities.Methodologies;
using Crm.Opportunities.Revaluations;
using Crm.Opportunities.UseCases;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Crm.Platform.Records;
using Crm.Platform.Search;
using Crm.Platform.Security;
using Crm.Platform.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Opportunities;

/// <summary>Opportunities driven by sales methods; their live state, history and funnel.</summary>
public sealed class OpportunitiesModule : IModule
{
    public string Name => "opportunities";

    public ModuleTitle Title => new("Opportunities and funnel", "商机和漏斗");

    public IReadOnlyList<string> Needs => ["customers", "quoting"];

    public void ConfigureModel(ModelBuilder model, Engine engine) => OpportunitiesModel.Configure(model, engine);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddMethodologies(configuration);
        services.AddSingleton<Processes>();
        services.AddSingleton<OpportunityRow>();
        services.AddSingleton<FunnelReader>();
        services.AddSingleton<TenantClock>();
        services.AddSingleton<OpportunityReferences>();
        services.AddSingleton<OpportunityOpening>();
        services.AddSingleton<OpportunityCommands>();
        services.AddSingleton<FunnelRendering>();
        services.AddSingleton<IOpportunityIntake, TakeInOpportunities>();
        services.AddImport<ImportOpportunities>();
        services.AddSingleton<IJobKind, RevaluationJob>();
        services.AddFieldsOf<Opportunity>(OpportunityFields.Resource, "Opportunity", Permission.ReadOpportunities, ("lose.reason", CloseReasons.LostList), ("abandon.reason", CloseReasons.AbandonedList));
        services.AddPickList(CloseReasons.Lost).AddPickList(CloseReasons.Abandoned);
        services.AddSingleton<IRecordKind, OpportunityRecords>();
        services.AddSearch<OpportunitySearch>();
        services.AddSingleton<IStreamTopic, FollowFunnel>();
        services.AddSingleton<IHandoverPart, OpportunitiesHandover>();
        services.AddSingleton<IHandoverPart, TeamPlacesHandover>();
    }

    public void MapEndpoints(RouteGroupBuilder api)
    {
        var opportunities = api.MapGroup("/opportunities").WithTags("Opportunities");
        ListOpportunities.Map(opportunities);
        CreateOpportunity.Map(opportunities);
        PutOpportunityByExternal.Map(opportunities);
        GetOpportunity.Map(opportunities);
        EditOpportunity.Map(opportunities);
        AdvanceOpportunity.Map(opportunities);
        MoveBackOpportunity.Map(opportunities);
        WinOpportunity.Map(opportunities);
        LoseOpportunity.Map(opportunities);
        AbandonOpportunity.Map(opportunities);
        HoldOpportunity.Map(opportunities);
        ResumeOpportunity.Map(opportunities);
        ReopenOpportunity.Map(opportunities);
        ArchiveOpportunity.Map(opportunities);
        GetOpportunityHistory.Map(opportunities);

        var types = api.MapGroup("").WithTags("OpportunityTypes");
        ListOpportunityTypes.Map(types);
        SetOpportunityType.Map(types);

        var methodologies = api.MapGroup("/methodologies").WithTags("Methodologies");
        ListMethodologies.Map(methodologies);
        GetMethodology.Map(methodologies);
        RescanMethodologies.Map(methodologies);

        var funnel = api.MapGroup("").WithTags("Funnel");
        GetFunnel.Map(funnel);
        GetConversions.Map(funnel);
        GetFunnelSettings.Map(funnel);
        SetFunnelSettings.Map(funnel);
        GetPipelineAsOf.Map(funnel);
        GetPipelineChanges.Map(funnel);
        MeasureFunnel.Map(funnel);

        var revaluation = api.MapGroup("").WithTags("PlanningRates");
        PreviewRevaluation.Map(revaluation);
        RevalueOpportunities.Map(revaluation);
    }
}
