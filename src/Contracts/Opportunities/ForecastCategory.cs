namespace Crm.Contracts.Opportunities;

/// <summary>How surely an opportunity counts in the forecast.</summary>
public enum ForecastCategory
{
    /// <summary>不计: counts nowhere.</summary>
    Omitted,

    /// <summary>管道.</summary>
    Pipeline,

    /// <summary>乐观.</summary>
    BestCase,

    /// <summary>较可能.</summary>
    MostLikely,

    /// <summary>承诺.</summary>
    Commit,

    /// <summary>已成: won.</summary>
    Closed,
}
