namespace Crm.IntegrationTests.Walk;

/// <summary>What was done to a request.</summary>
/// <param name="What">In words.</param>
/// <param name="Field">The field that a 400 has to name; empty for any, null where no field is at fault.</param>
sealed record Spoiled(string What, string? Field);
