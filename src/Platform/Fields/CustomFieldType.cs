namespace Crm.Platform.Fields;

/// <summary>What a custom field holds, and so how its values stand in <c>custom</c>.</summary>
public enum CustomFieldType
{
    /// <summary>One line of up to 400 characters.</summary>
    Text,

    /// <summary>Several lines, up to 4000 characters. Found by being empty or not; neither compared nor sorted by.</summary>
    LongText,

    /// <summary>A number of up to 10^12 either way with up to 6 decimals.</summary>
    Number,

    /// <summary>An amount in the currency that the field has.</summary>
    Money,

    /// <summary>A business date, <c>2026-11-23</c>.</summary>
    Date,

    /// <summary>An instant, <c>2026-11-23T08:00:00Z</c>.</summary>
    Instant,

    /// <summary>true or false.</summary>
    YesNo,

    /// <summary>The key of one value of a pick list.</summary>
    Choice,

    /// <summary>The keys of up to 50 values of a pick list.</summary>
    Choices,

    /// <summary>The id of a member.</summary>
    Member,

    /// <summary>The id of a customer.</summary>
    Customer,

    /// <summary>An absolute http or https address of up to 400 characters.</summary>
    Url,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A telephone number of up to 40 characters.</summary>
    Phone,
}
