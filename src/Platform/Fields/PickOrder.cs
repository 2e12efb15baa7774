namespace Crm.Platform.Fields;

/// <summary>An order that was sent names everything that is there, once: what somebody added meanwhile is not put anywhere by chance.</summary>
static class PickOrder
{
    public static string? Mistake(IReadOnlyList<Guid> sent, IReadOnlyCollection<Guid> present)
    {
        if (sent.Distinct().Count() != sent.Count) return "An id stands more than once.";
        if (sent.Except(present).FirstOrDefault() is var unknown && unknown != Guid.Empty) return $"{unknown} is not there.";
        return present.Except(sent).FirstOrDefault() is var left && left != Guid.Empty ? $"{left} is left out." : null;
    }
}
