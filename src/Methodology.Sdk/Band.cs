namespace Crm.Methodology.Sdk;

/// <summary>One of the four bands of the sales funnel; every open stage lies in exactly one.</summary>
public enum Band
{
    /// <summary>顶部: a need exists.</summary>
    Top,

    /// <summary>上部: we are on the customer's list of candidates.</summary>
    Upper,

    /// <summary>中部: we are on the customer's list of preferred suppliers.</summary>
    Middle,

    /// <summary>下部: the customer has decided for us and paperwork is left.</summary>
    Lower,
}
