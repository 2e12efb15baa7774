namespace Crm.Organization.Domain;

/// <summary>
/// Deals records to heirs: a record that is named goes where it is named to; one whose customer an heir owns by now goes to that heir, so that
/// a customer and what hangs on it stay in one hand; the others go round.
/// </summary>
/// <param name="heirs">At least one.</param>
/// <param name="named">Heirs of single records.</param>
/// <param name="dealt">How many went round before.</param>
internal sealed class HandoverDeal(IReadOnlyList<Guid> heirs, IReadOnlyDictionary<Guid, Guid> named, long dealt)
{
    /// <summary>How many have gone round: a deal that is taken up again begins here.</summary>
    internal long Dealt { get; private set; } = dealt;

    internal Guid HeirOf(Guid recordId, Guid? customerOwnerId)
    {
        if (named.TryGetValue(recordId, out var heir)) return heir;
        if (customerOwnerId is { } owner && heirs.Contains(owner)) return owner;
        return heirs[(int)(Dealt++ % heirs.Count)];
    }
}
