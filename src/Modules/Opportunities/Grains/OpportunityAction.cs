namespace Crm.Opportunities.Grains;

/// <summary>What an opportunity can be told to do.</summary>
internal enum OpportunityAction
{
    Edit,
    Advance,
    MoveBack,
    Win,
    Lose,
    Abandon,
    Hold,
    Resume,
    Reopen,
    Revalue,
    Archive,
    Restore,
    HandOver,
    Replace,
}
