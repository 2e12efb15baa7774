namespace Crm.Platform.Fields;

/// <summary>The column holds custom values as JSON: the audit tells of each by its field's key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CustomJsonAttribute : Attribute;
