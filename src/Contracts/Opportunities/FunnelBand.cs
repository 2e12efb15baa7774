namespace Crm.Contracts.Opportunities;

/// <summary>The four bands of the funnel, from its mouth down.</summary>
public enum FunnelBand
{
    /// <summary>顶部: a need exists.</summary>
    Top,

    /// <summary>上部: we are on the list of candidates.</summary>
    Upper,

    /// <summary>中部: we are on the list of those preferred.</summary>
    Middle,

    /// <summary>下部: decided, paperwork is left.</summary>
    Lower,
}
