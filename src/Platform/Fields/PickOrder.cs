namespace Crm.Platform.Fields;

/// <summary>An order that was sent names everything that is there, once: what somebody added meanwhile is not put anywhere by chance.</summary>
static class PickOrder
{
    /// <param name="field">The member that holds the ids.</param>
    /// <param name="area">Begins the codes.</param>
    /// <param name="sent">As they shall stand.</param>
    /// <param name="present">What there is.</param>
    public static Refusal? Check(string field, string area, IReadOnlyList<Guid> sent, IReadOnlyCollection<Guid> present)
    {
        if (sent.Distinct().Count() != sent.Count) return Refusal.Field(field, $"{area}/invalid-order", "An id stands more than once.");
        if (sent.Except(present).Any()) return Refusal.Field(field, $"{area}/not-found", $"There is none of the id {sent.Except(present).First()}.");
        if (present.Except(sent).ToList() is not [var left, ..]) return null;
        var detail = $"{left} is left out.";
        return new Refusal(RefusalKind.Conflict, $"{area}/order-incomplete", detail, new Dictionary<string, string[]> { [field] = [detail] });
    }
}
