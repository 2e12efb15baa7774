namespace Crm.Platform.Fields;

/// <summary>A pick list that every tenant has, with the choices it begins with. A tenant's own changes count from its first one on.</summary>
/// <param name="Key">Stable, e.g. <c>industry</c>.</param>
/// <param name="LabelEn">Its English name.</param>
/// <param name="LabelZh">Its Chinese name.</param>
/// <param name="Values">In their order.</param>
public sealed record BuiltInPickList(string Key, string LabelEn, string LabelZh, IReadOnlyList<ChoiceValue> Values)
{
    /// <summary>As it counts for a tenant that has not looked at it yet.</summary>
    internal ChoiceList Untouched() => new(Guid.Empty, Key, allowsOther: true, Values);
}
