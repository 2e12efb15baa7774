namespace Crm.IntegrationTests.Walk;

/// <param name="Name">As sent, operator included: <c>amount[gte]</c>.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="IsRequired">Whether the call is refused without it.</param>
/// <param name="Schema">What its text reads as.</param>
/// <param name="Description">In words.</param>
sealed record ApiParameter(string Name, string In, bool IsRequired, ApiSchema Schema, string Description);
