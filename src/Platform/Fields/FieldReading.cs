using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform.Http;

namespace Crm.Platform.Fields;

/// <summary>Reads what is sent for a custom field into the one form in which it is stored, or says what is wrong with it.</summary>
static class FieldReading
{
    const string NotThisType = "Is not of the field's type: ";

    /// <summary>Whether the value stands for none: null, an empty text, an empty list.</summary>
    public static bool IsEmpty(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => Text(given) is { } text && string.IsNullOrWhiteSpace(text),
        JsonValueKind.Array => given.GetArrayLength() == 0,
        _ => false,
    };

    /// <param name="field">The field.</param>
    /// <param name="given">Not empty.</param>
    /// <param name="former">What the record holds now: a retired choice that it holds may stay.</param>
    /// <param name="mistake">What is wrong; null when a value is returned.</param>
    public static JsonNode? Read(FieldDefinition field, JsonElement given, JsonNode? former, out string? mistake)
    {
        (JsonNode? value, mistake) = field.Type switch
        {
            CustomFieldType.Text => Line(field, given, FieldValueRow.TextLength, "a text"),
            CustomFieldType.LongText => Line(field, given, FieldLimits.LongTextLength, "a text", lines: true),
            CustomFieldType.Url => Checked(Line(field, given, FieldValueRow.TextLength, "an address"), IsUrl, "Begins with http:// or https://."),
            CustomFieldType.Email => Checked(Line(field, given, FieldLimits.EmailLength, "a mail address"), IsEmail, "Not a mail address."),
            CustomFieldType.Phone => Checked(Line(field, given, FieldLimits.PhoneLength, "a telephone number"), IsPhone, "Not a telephone number: digits, blanks, + - ( ) . and an extension behind x or #."),
            CustomFieldType.Number => Number(field, given),
            CustomFieldType.Money => Amount(field, given),
            CustomFieldType.Date => Date(field, given),
            CustomFieldType.Instant => Text(given) is { } at && UtcInstantJson.TryParse(at, out var instant)
                ? (JsonValue.Create(Lists.FilterValue.Write(instant)), null)
                : Wrong("an instant like 2026-11-23T08:00:00Z"),
            CustomFieldType.YesNo => given.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? (JsonValue.Create(given.ValueKind == JsonValueKind.True), null)
                : Wrong("true or false"),
            CustomFieldType.Choice => Text(given) is { } key
                ? field.Choices!.Mistake(key, Holds(former, key)) is { } wrong ? (null, wrong) : (JsonValue.Create(key), null)
                : Wrong("the key of a choice"),
            CustomFieldType.Choices => Choices(field, given, former),
            _ => Text(given) is { } id && Guid.TryParseExact(id, "D", out var guid) ? (JsonValue.Create(guid.ToString("D")), null) : Wrong("an id"),
        };
        return value;
    }

    /// <summary>What lists find and sort the value by.</summary>
    public static IEnumerable<(string? Text, long? Number)> Index(CustomFieldType type, JsonNode value) => type switch
    {
        CustomFieldType.LongText => [(null, null)],
        CustomFieldType.Number => [(null, Scale((decimal)value))],
        CustomFieldType.Money => [(null, Scale((decimal)value["amount"]!))],
        CustomFieldType.Date => [(null, DateOnly.ParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber)],
        CustomFieldType.Instant => [(null, Micros((string)value!))],
        CustomFieldType.YesNo => [(null, (bool)value ? 1 : 0)],
        CustomFieldType.Choices => value.AsArray().Select(key => ((string?)key, (long?)null)),
        _ => [((string?)value, null)],
    };

    /// <summary>Equal for values that a unique field takes for the same: without case, outer blanks and width of letters.</summary>
    public static string UniqueKey(JsonNode value)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? ((string)value!).Normalize(NormalizationForm.FormKC).ToUpperInvariant() : value.ToJsonString();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public static long Scale(decimal number) => (long)(number * 1_000_000m);

    public static long Micros(DateTime instant) => instant.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The text; null when it is none or holds half a letter.</summary>
    public static string? Text(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.String) return null;
        try
        {
            return given.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static long Micros(string instant) => UtcInstantJson.TryParse(instant, out var at) ? Micros(at) : 0;

    static (JsonNode?, string?) Line(FieldDefinition field, JsonElement given, int longest, string what, bool lines = false)
    {
        if (Text(given) is not { } written) return Wrong(what);
        var text = written.Trim();
        var most = field.Rules.MaxLength ?? longest;
        if (!FieldErrors.IsText(text, lines)) return (null, "Contains characters that are not text.");
        if (text.Length > most) return (null, string.Create(CultureInfo.InvariantCulture, $"At most {most} characters."));
        if (text.Length < field.Rules.MinLength) return (null, string.Create(CultureInfo.InvariantCulture, $"At least {field.Rules.MinLength} characters."));
        return field.Pattern is { } pattern && !pattern.IsMatch(text) ? (null, "Has not the form that this field asks for.") : (JsonValue.Create(text), null);
    }

    static (JsonNode?, string?) Checked((JsonNode? Value, string? Mistake) read, Func<string, bool> fits, string mistake) =>
        read.Value is { } value && !fits((string)value!) ? (null, mistake) : read;

    static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    static bool IsEmail(string text) => text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.EndsWith('@') && !text.Any(char.IsWhiteSpace);

    static bool IsPhone(string text) => text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || " +-().x#".Contains(letter, StringComparison.Ordinal));

    static (JsonNode?, string?) Number(FieldDefinition field, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Number || !given.TryGetDecimal(out var number)) return Wrong("a number");
        var decimals = field.Rules.Decimals ?? 6;
        return Bounds(field, number, decimals) is { } mistake ? (null, mistake) : (Plain(number), null);
    }

    static (JsonNode?, string?) Amount(FieldDefinition field, JsonElement given)
    {
        const string what = "an amount like {\"amount\": 1234.5, \"currency\": \"CNY\"}";
        var currency = Currency.Parse(field.Rules.CurrencyCode!);
        if (given.ValueKind != JsonValueKind.Object || given.EnumerateObject().Count() != 2
            || !given.TryGetProperty("amount", out var amount) || amount.ValueKind != JsonValueKind.Number || !amount.TryGetDecimal(out var number)
            || !given.TryGetProperty("currency", out var code))
            return Wrong(what);
        if (Text(code) != currency.Code) return (null, $"The field's amounts stand in {currency.Code}.");
        return Bounds(field, number, currency.MinorUnits) is { } mistake ? (null, mistake) : (new JsonObject { ["amount"] = Plain(number), ["currency"] = currency.Code }, null);
    }

    static string? Bounds(FieldDefinition field, decimal number, int decimals)
    {
        if (Math.Abs(number) > FieldLimits.MaxNumber) return "Up to 10^12 either way.";
        if (decimal.Round(number, decimals) != number) return string.Create(CultureInfo.InvariantCulture, $"At most {decimals} decimals.");
        if (number < field.Rules.Min) return string.Create(CultureInfo.InvariantCulture, $"At least {field.Rules.Min}.");
        return number > field.Rules.Max ? string.Create(CultureInfo.InvariantCulture, $"At most {field.Rules.Max}.") : null;
    }

    // 1.50 and 1.5 are one number and stand as one text.
    static JsonNode Plain(decimal number) => JsonNode.Parse((number == 0 ? 0m : number).ToString("0.######", CultureInfo.InvariantCulture))!;

    static (JsonNode?, string?) Date(FieldDefinition field, JsonElement given)
    {
        if (Text(given) is not { } text || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Wrong("a date like 2026-11-23");
        if (date < field.Rules.Earliest) return (null, $"Not before {field.Rules.Earliest:yyyy-MM-dd}.");
        return date > field.Rules.Latest ? (null, $"Not after {field.Rules.Latest:yyyy-MM-dd}.") : (JsonValue.Create(text), null);
    }

    static (JsonNode?, string?) Choices(FieldDefinition field, JsonElement given, JsonNode? former)
    {
        if (given.ValueKind != JsonValueKind.Array) return Wrong("a list of keys of choices");
        if (given.GetArrayLength() > FieldLimits.ChoicesOfRecord) return (null, $"At most {FieldLimits.ChoicesOfRecord} choices.");
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in given.EnumerateArray())
        {
            if (Text(item) is not { } key) return Wrong("a list of keys of choices");
            if (field.Choices!.Mistake(key, Holds(former, key)) is { } wrong) return (null, $"'{(key.Length <= FieldLimits.ValueKeyLength ? key : key[..FieldLimits.ValueKeyLength])}': {wrong}");
            chosen.Add(key);
        }
        // Kept by key and not in the list's order, which can change: the same choices are the same text.
        return (new JsonArray([.. chosen.Order(StringComparer.Ordinal).Select(key => (JsonNode?)JsonValue.Create(key))]), null);
    }

    static bool Holds(JsonNode? former, string key) => former switch
    {
        JsonArray several => several.Any(held => (string?)held == key),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => (string?)one == key,
        _ => false,
    };

    static (JsonNode?, string?) Wrong(string expected) => (null, NotThisType + expected + ".");
}
