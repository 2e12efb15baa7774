namespace Crm.Platform.Files;

/// <summary>Where the bytes of a stored file stand.</summary>
public enum FilePlace
{
    Database,
    Folder,
}
