using Crm.Activities;
using Crm.Customers;
using Crm.Opportunities;
using Crm.Organization;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Crm.Quoting;

namespace Crm.Host;

/// <summary>The module list: what this host serves.</summary>
static class HostModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new BackgroundModule(),
        new OrganizationModule(),
        new CustomersModule(),
        new QuotingModule(),
        new OpportunitiesModule(),
        new ActivitiesModule(),
    ];
}
