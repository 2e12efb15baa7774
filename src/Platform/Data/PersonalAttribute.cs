namespace Crm.Platform.Data;

/// <summary>The value names a person or is a secret: the audit says that it changed, never what it was, so that forgetting a person stays possible.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
