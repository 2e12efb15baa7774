using System.Globalization;
using System.Text.RegularExpressions;

namespace Crm.Platform.Fields;

/// <summary>What a value must keep to, beside its type. Each rule belongs to some types only; they hold for what is written from then on.</summary>
public sealed record FieldRules
{
    /// <summary>Text, LongText, Url: fewest characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Text, LongText, Url: most characters, up to 400, of a LongText up to 4000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Text, Phone: a regular expression for the whole value, up to 200 characters, without look-around and back-references.</summary>
    public string? Pattern { get; init; }

    /// <summary>Number, Money: smallest value.</summary>
    public decimal? Min { get; init; }

    /// <summary>Number, Money: largest value.</summary>
    public decimal? Max { get; init; }

    /// <summary>Number: decimals, 0 to 6; 6 when left out.</summary>
    public int? Decimals { get; init; }

    /// <summary>Date: the first day.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Date: the last day.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Money: ISO 4217 code of the amounts; required.</summary>
    public string? CurrencyCode { get; init; }

    internal void Check(CustomFieldType type, FieldErrors errors)
    {
        var isText = type is CustomFieldType.Text or CustomFieldType.LongText or CustomFieldType.Url;
        var longest = type == CustomFieldType.LongText ? FieldLimits.LongTextLength : FieldValueRow.TextLength;
        var isNumber = type is CustomFieldType.Number or CustomFieldType.Money;
        Belongs(errors, "minLength", MinLength is not null, isText);
        Belongs(errors, "maxLength", MaxLength is not null, isText);
        Belongs(errors, "pattern", Pattern is not null, type is CustomFieldType.Text or CustomFieldType.Phone);
        Belongs(errors, "min", Min is not null, isNumber);
        Belongs(errors, "max", Max is not null, isNumber);
        Belongs(errors, "decimals", Decimals is not null, type == CustomFieldType.Number);
        Belongs(errors, "earliest", Earliest is not null, type == CustomFieldType.Date);
        Belongs(errors, "latest", Latest is not null, type == CustomFieldType.Date);
        Belongs(errors, "currencyCode", CurrencyCode is not null, type == CustomFieldType.Money);
        errors.When(isText && MaxLength is < 1 || MaxLength > longest, "rules.maxLength", string.Create(CultureInfo.InvariantCulture, $"1 to {longest}."));
        errors.When(MinLength < 1 || MinLength > (MaxLength ?? longest), "rules.minLength", string.Create(CultureInfo.InvariantCulture, $"1 to {MaxLength ?? longest}."));
        errors.When(Decimals is < 0 or > 6, "rules.decimals", "0 to 6.");
        foreach (var (name, bound) in new[] { ("rules.min", Min), ("rules.max", Max) })
            errors.When(bound is { } value && (Math.Abs(value) > FieldLimits.MaxNumber || decimal.Round(value, 6) != value), name, "Up to 10^12 either way with at most 6 decimals.");
        errors.When(Min > Max, "rules.min", "Lies above the largest value.");
        errors.When(Earliest > Latest, "rules.earliest", "Lies after the last day.");
        errors.When(type == CustomFieldType.Money && (CurrencyCode is null || !Currency.TryParse(CurrencyCode, out _)), "rules.currencyCode", "An amount needs a currency of ISO 4217.");
        if (Pattern is null) return;
        errors.When(Pattern.Length > FieldLimits.PatternLength, "rules.pattern", $"At most {FieldLimits.PatternLength} characters.");
        errors.When(Pattern.Length <= FieldLimits.PatternLength && (!FieldErrors.IsText(Pattern) || Compile(Pattern) is null), "rules.pattern", "Is no regular expression without look-around and back-references.");
    }

    /// <summary>In time linear to the text, so that no pattern and no value can hold anybody up. Null when it is none.</summary>
    internal static Regex? Compile(string pattern)
    {
        try
        {
            // By itself first: brackets that close more than they open would leave the frame.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    static void Belongs(FieldErrors errors, string rule, bool given, bool fits) => errors.When(given && !fits, $"rules.{rule}", "Is no rule of this type.");
}
