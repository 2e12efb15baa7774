using Crm.Platform.Data;

namespace Crm.Activities.Data;

/// <summary>Something that a member does or did, on a record or on none.</summary>
internal interface IWork : IScoped
{
    /// <summary>Kind of the record it stands on.</summary>
    string? OnKind { get; }

    /// <summary>The record it stands on.</summary>
    Guid? OnId { get; }
}
