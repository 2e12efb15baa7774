namespace Crm.Platform.Modules;

/// <summary>Code of the platform that does a module's work, e.g. the job of its import.</summary>
public interface IPartOf
{
    /// <summary>What the module gave.</summary>
    object Part { get; }
}
