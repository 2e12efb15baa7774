namespace Crm.DemoData;

/// <summary>A product of the demo tenant, priced in its base currency.</summary>
public sealed record DemoProduct(string Code, string Name, string Line, decimal ListPrice, string Unit);
