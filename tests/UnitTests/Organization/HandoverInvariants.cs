using Crm.Organization.Domain;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Organization;

/// <summary>What holds for the dealing of a handover whatever there is to deal.</summary>
public sealed class HandoverInvariants
{
    [Property]
    public void Records_without_a_hint_are_dealt_evenly_and_taken_up_again_where_it_stopped(byte heirCount, byte recordCount, byte cut)
    {
        var heirs = Heirs(heirCount);
        var records = Enumerable.Range(0, recordCount).Select(_ => Guid.NewGuid()).ToList();

        var whole = new HandoverDeal(heirs, new Dictionary<Guid, Guid>(), 0);
        var dealt = records.Select(record => whole.HeirOf(record, null)).ToList();
        var first = new HandoverDeal(heirs, new Dictionary<Guid, Guid>(), 0);
        var inTwo = records.Take(cut).Select(record => first.HeirOf(record, null)).ToList();
        var second = new HandoverDeal(heirs, new Dictionary<Guid, Guid>(), first.Dealt);
        inTwo.AddRange(records.Skip(cut).Select(record => second.HeirOf(record, null)));

        var shares = heirs.Select(heir => dealt.Count(one => one == heir)).ToList();
        Assert.True(shares.Max() - shares.Min() <= 1);
        Assert.Equal(dealt, inTwo);
    }

    [Property]
    public void A_name_goes_before_the_customer_and_the_customer_before_the_turn(byte heirCount, bool isNamed, bool customerIsWithAnHeir, byte turn)
    {
        var heirs = Heirs(heirCount);
        var (record, other, namedHeir) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var named = isNamed ? new Dictionary<Guid, Guid> { [record] = namedHeir } : [];
        var deal = new HandoverDeal(heirs, named, turn);
        var owner = customerIsWithAnHeir ? heirs[^1] : other;

        var heir = deal.HeirOf(record, owner);

        Assert.Equal(isNamed ? namedHeir : customerIsWithAnHeir ? heirs[^1] : heirs[turn % heirs.Count], heir);
        Assert.Equal(turn + (isNamed || customerIsWithAnHeir ? 0 : 1), deal.Dealt);
    }

    static List<Guid> Heirs(byte count) => [.. Enumerable.Range(0, (count % 7) + 1).Select(_ => Guid.NewGuid())];
}
