namespace Crm.Methodology.Sdk;

/// <summary>What it means for an opportunity to stand in a stage.</summary>
public enum StageClass
{
    /// <summary>Still being worked on.</summary>
    Open,

    /// <summary>Closed with an order. A method has exactly one stage of this class.</summary>
    Won,

    /// <summary>Closed without an order.</summary>
    Lost,
}
