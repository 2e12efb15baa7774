namespace Crm.Opportunities.Methodologies;

/// <summary>How a method version on disk stands. The list is closed.</summary>
internal enum MethodState
{
    /// <summary>Its manifest is good; nobody has needed it yet.</summary>
    Discovered,

    /// <summary>Loaded and sound; the newest of its method.</summary>
    Active,

    /// <summary>Loaded and sound; a newer version of its method is active, and this one serves the opportunities pinned to it.</summary>
    Superseded,

    /// <summary>Its folder is gone; it serves pinned opportunities until the host ends and is offered to no new one.</summary>
    Retired,

    /// <summary>It threw, hung or answered nonsense. If it got as far as describing itself, its declared stages and gates go on working.</summary>
    Malfunctioned,

    /// <summary>Made for another version of the SDK.</summary>
    NotSupported,

    /// <summary>Its manifest, files or definition break a rule.</summary>
    Invalid,
}
