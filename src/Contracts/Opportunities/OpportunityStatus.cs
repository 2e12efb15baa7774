namespace Crm.Contracts.Opportunities;

/// <summary>Where an opportunity stands as a whole.</summary>
public enum OpportunityStatus
{
    /// <summary>In the pipeline.</summary>
    Open,

    /// <summary>赢单: closed with an order.</summary>
    Won,

    /// <summary>输单: closed, somebody else got it or nobody did.</summary>
    Lost,

    /// <summary>放弃: closed by ourselves.</summary>
    Abandoned,

    /// <summary>挂起: neither closed nor in the pipeline.</summary>
    OnHold,
}
