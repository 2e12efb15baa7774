namespace Crm.Platform.Security;

/// <summary>Marks the endpoints of the API group: no caller, no entry.</summary>
public sealed class BehindGate
{
    public static readonly BehindGate Instance = new();
}
