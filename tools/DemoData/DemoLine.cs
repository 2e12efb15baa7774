namespace Crm.DemoData;

/// <summary>A product line of an opportunity.</summary>
public sealed record DemoLine(string ProductCode, decimal Quantity, decimal Amount);
