namespace Crm.Platform.Lists;

/// <summary>One query parameter of a list, as the API document shows it.</summary>
/// <param name="Name">With its operator, e.g. <c>amount[gte]</c>.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Description">What it does.</param>
public sealed record ListParameter(string Name, Type Type, string Description);
