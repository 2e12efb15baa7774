using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>Which cell of a breakdown an opportunity counts in.</summary>
/// <param name="MethodId">Stages of two methods never mix, whatever they are called.</param>
/// <param name="Stage">The stage's key.</param>
/// <param name="Band">The stage's band in the version the opportunity is pinned to.</param>
/// <param name="Currency">The opportunity's own currency.</param>
internal readonly record struct StageCell(string MethodId, string Stage, FunnelBand Band, string Currency);
