namespace Crm.Platform.Fields;

/// <summary>A pick list as it is checked against: its values in their order, retired ones among them.</summary>
public sealed class ChoiceList(Guid id, string key, bool allowsOther, IReadOnlyList<ChoiceValue> values)
{
    readonly Dictionary<string, ChoiceValue> _byKey = values.ToDictionary(value => value.Key, StringComparer.Ordinal);

    public Guid Id => id;

    public string Key => key;

    public bool AllowsOther => allowsOther;

    public IReadOnlyList<ChoiceValue> Values => values;

    public ChoiceValue? Find(string value) => _byKey.GetValueOrDefault(value);

    /// <summary>What is wrong with choosing the value; null when it may be chosen. What a record holds already may stay.</summary>
    public string? Mistake(string value, bool holdsAlready)
    {
        if (holdsAlready) return null;
        return Find(value) switch
        {
            { Retired: true } => "Is retired: it stays where it stands and is not chosen anew.",
            null when !allowsOther => $"Is none of {Offered}.",
            _ => null,
        };
    }

    string Offered
    {
        get
        {
            var offered = values.Where(value => !value.Retired).Select(value => value.Key).ToList();
            return string.Join(", ", offered.Take(20)) + (offered.Count > 20 ? $" and {offered.Count - 20} more" : "");
        }
    }
}
