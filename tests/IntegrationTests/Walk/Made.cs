using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>A record that a scene made.</summary>
/// <param name="Resource">Where it lives, parameters left out: <c>customers</c>, <c>events/parked</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="ETag">Its version, quotes included; null where it has none.</param>
/// <param name="Answer">How the API told of it; null where something else made it.</param>
sealed record Made(string Resource, Guid Id, string? ETag, Answer? Answer);
