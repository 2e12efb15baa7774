namespace Crm.Platform.Importing;

/// <summary>Fields that every import has.</summary>
public static class ImportFields
{
    public const string ExternalId = "externalId";

    /// <summary>The row's key in the outside system: importing it again finds the same record.</summary>
    public static ImportField Key(params string[] alsoKnownAs) =>
        new(ExternalId, FieldKind.Text) { MaxChars = 200, AlsoKnownAs = ["id", "external_id", "外部编号", "编号", .. alsoKnownAs] };
}
