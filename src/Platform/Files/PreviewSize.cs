namespace Crm.Platform.Files;

/// <summary>The box that a preview fits; the number is its side in pixels.</summary>
public enum PreviewSize
{
    Small = 256,
    Large = 1600,
}
