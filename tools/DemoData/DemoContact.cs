namespace Crm.DemoData;

/// <summary>A person at a customer. Numbers and addresses are of ranges that reach nobody.</summary>
public sealed record DemoContact(string Name, string Title, string Mobile, string Email, bool IsPrimary);
