using Crm.Contracts.Organization;
using Crm.Platform.Fields;

namespace Crm.Customers.UseCases;

/// <summary>What writing customers and contacts needs of others.</summary>
internal sealed record CustomerWrites(IOrganizationDirectory Organization, CustomFields Fields);
