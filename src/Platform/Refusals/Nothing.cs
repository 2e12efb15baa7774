namespace Crm.Platform;

/// <summary>The value of an outcome that has none.</summary>
public readonly record struct Nothing
{
    public static readonly Nothing Value;
}
