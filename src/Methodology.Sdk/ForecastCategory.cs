namespace Crm.Methodology.Sdk;

/// <summary>Where an opportunity counts in the forecast while it stands in a stage.</summary>
public enum ForecastCategory
{
    /// <summary>不计: counts nowhere.</summary>
    Omitted,

    /// <summary>管道: counts as pipeline only.</summary>
    Pipeline,

    /// <summary>乐观: counts when things go well.</summary>
    BestCase,

    /// <summary>较可能: more likely than not.</summary>
    MostLikely,

    /// <summary>承诺: the seller stands for it.</summary>
    Commit,

    /// <summary>已成: won. Belongs to the stage of class <see cref="StageClass.Won"/> alone.</summary>
    Closed,
}
