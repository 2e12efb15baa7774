namespace Crm.Opportunities.Domain;

/// <summary>What being in a stage means for the opportunity as a whole.</summary>
internal enum StageClass
{
    Open,
    Won,
    Lost,
}
