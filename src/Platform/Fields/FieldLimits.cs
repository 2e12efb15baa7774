namespace Crm.Platform.Fields;

/// <summary>What a tenant may have, stated in the API's texts.</summary>
static class FieldLimits
{
    public const int FieldsOfResource = 100;
    public const int FieldsEver = 300;
    public const int Lists = 200;
    public const int ValuesOfList = 500;
    public const int ChoicesOfRecord = 50;

    public const int KeyLength = 40;
    public const int ListKeyLength = 60;
    public const int ValueKeyLength = 100;
    public const int LabelLength = 100;
    public const int HelpLength = 300;
    public const int PatternLength = 200;
    public const int LongTextLength = 4000;
    public const int PhoneLength = 40;
    public const int EmailLength = 254;
    public const decimal MaxNumber = 1_000_000_000_000m;
}
