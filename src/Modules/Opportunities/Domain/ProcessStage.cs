using Crm.Contracts.Opportunities;

namespace Crm.Opportunities.Domain;

/// <summary>A stage of a process, as far as an opportunity's figures need it.</summary>
/// <param name="Key">Stable within the method.</param>
/// <param name="Order">Rises along the main path.</param>
/// <param name="Class">Exactly one stage of a process is of class Won.</param>
/// <param name="Band">The band of the funnel that an open stage counts in.</param>
/// <param name="ProbabilityE4">Default probability in ten-thousandths.</param>
/// <param name="Category">Default forecast category.</param>
internal sealed record ProcessStage(
    string Key, int Order, StageClass Class, FunnelBand Band, int ProbabilityE4, ForecastCategory Category);
