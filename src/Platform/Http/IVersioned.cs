namespace Crm.Platform.Http;

/// <summary>A resource as the API shows it: its version is the ETag, its id ends its Location.</summary>
public interface IVersioned
{
    Guid Id { get; }

    int Version { get; }
}
