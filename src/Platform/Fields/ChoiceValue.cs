namespace Crm.Platform.Fields;

/// <summary>A choice.</summary>
/// <param name="Key">What records keep.</param>
/// <param name="LabelEn">Its English name.</param>
/// <param name="LabelZh">Its Chinese name.</param>
/// <param name="Color">How it is marked.</param>
/// <param name="Retired">Stays readable and is not offered.</param>
public sealed record ChoiceValue(string Key, string LabelEn, string LabelZh, PickColor Color = PickColor.None, bool Retired = false)
{
    public string Label(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? LabelZh : LabelEn;
}
