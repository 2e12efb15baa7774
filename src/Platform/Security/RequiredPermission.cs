namespace Crm.Platform.Security;

/// <summary>The right an endpoint asks for.</summary>
public sealed record RequiredPermission(Permission Permission);
