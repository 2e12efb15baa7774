using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Fields;

/// <summary>The custom fields that a caller may filter and sort a list by: <c>custom.key</c>, with the operators of the one grammar.</summary>
public sealed class FieldColumns(CrmDb db, CallerFields fields)
{
    const string Prefix = "custom.";

    static readonly string[] OfTexts = ["", "ne", "in", "contains", "empty"];
    static readonly string[] OfNumbers = ["", "ne", "in", "gte", "lte", "gt", "lt", "empty"];
    static readonly string[] OfYesNo = ["", "ne", "empty"];
    static readonly string[] OfKeys = ["", "ne", "in", "empty"];
    static readonly string[] OfLongTexts = ["empty"];

    /// <summary>Whether the name is that of a custom field, known or not.</summary>
    internal static bool Names(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The rows that the filter keeps. One that names a field unknown to the caller is refused as any unknown parameter is.</summary>
    internal Outcome<IQueryable<T>> Filter<T>(IQueryable<T> rows, string parameter, string name, string op, string text)
        where T : class
    {
        var found = Find(name, parameter);
        if (found.Refused(out var unknown)) return unknown;
        var field = found.Value;
        if (!Operators(field.Type).Contains(op))
            return Refusal.Field(parameter, "request/unknown-parameter", $"'{name}' has no operator '{op}'; it has {string.Join(", ", Operators(field.Type).Select(known => known.Length == 0 ? "=" : known))}.");
        var values = db.Set<FieldValueRow>().Where(value => value.FieldId == field.Id);
        if (op == "empty")
        {
            return bool.TryParse(text, out var empty)
                ? Outcome<IQueryable<T>>.Of(Having(rows, values, !empty))
                : Bad(parameter, "true or false");
        }
        if (op == "in")
        {
            var texts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (texts.Length is 0 or > 200) return Bad(parameter, "1 to 200 values divided by commas");
            var wanted = new List<(string? Text, long? Number)>();
            foreach (var one in texts)
            {
                if (!TryRead(field, one, out var value)) return Bad(parameter, Expected(field));
                wanted.Add(value);
            }
            if (IsNumber(field.Type))
            {
                var numbers = wanted.Select(value => value.Number).ToArray();
                return Outcome<IQueryable<T>>.Of(Having(rows, values.Where(value => numbers.Contains(value.Number)), true));
            }
            var keys = wanted.Select(value => value.Text).ToArray();
            return Outcome<IQueryable<T>>.Of(Having(rows, values.Where(value => keys.Contains(value.Text)), true));
        }
        if (!TryRead(field, text, out var given, part: op == "contains")) return Bad(parameter, Expected(field));
        var (word, number) = given;
        return Outcome<IQueryable<T>>.Of((op, IsNumber(field.Type)) switch
        {
            ("", true) => Having(rows, values.Where(value => value.Number == number), true),
            ("", false) => Having(rows, values.Where(value => value.Text == word), true),
            ("ne", true) => Having(rows, values.Where(value => value.Number == number), false),
            ("ne", false) => Having(rows, values.Where(value => value.Text == word), false),
            ("contains", _) => Having(rows, values.Where(value => value.Text!.Contains(word!)), true),
            ("gte", _) => Having(rows, values.Where(value => value.Number >= number), true),
            ("lte", _) => Having(rows, values.Where(value => value.Number <= number), true),
            ("gt", _) => Having(rows, values.Where(value => value.Number > number), true),
            _ => Having(rows, values.Where(value => value.Number < number), true),
        });
    }

    /// <summary>What the list is sorted by. Choices stand in the order of their pick list.</summary>
    internal Outcome<(IQueryable<FieldSortKey> Keys, bool ByText)> Sort(string name)
    {
        var found = Find(name, "sort", "request/bad-sort");
        if (found.Refused(out var unknown)) return unknown;
        var field = found.Value;
        var values = db.Set<FieldValueRow>().Where(value => value.FieldId == field.Id);
        if (field.Type == CustomFieldType.Choice)
        {
            var list = field.Choices!.Id;
            return (values.Join(db.Set<PickValue>().Where(choice => choice.PickListId == list), value => value.Text, choice => choice.Key,
                (value, choice) => new FieldSortKey { RecordId = value.RecordId, Number = choice.Position }), false);
        }
        if (!IsNumber(field.Type) && !IsText(field.Type))
            return Refusal.Field("sort", "request/bad-sort", $"Lists are not sorted by '{name}': a field of type {field.Type} has no order.");
        return (values.Select(value => new FieldSortKey { RecordId = value.RecordId, Text = value.Text, Number = value.Number }), IsText(field.Type));
    }

    Outcome<FieldDefinition> Find(string name, string parameter, string unknown = "request/unknown-parameter")
    {
        var key = name[Prefix.Length..];
        if (fields.Find(key) is not { } field)
            return Refusal.Field(parameter, unknown, parameter == "sort" ? $"This list is not sorted by '{name}'." : $"This list has no parameter '{parameter}'.");
        return field.Retired ? Refusal.Field(parameter, "custom-fields/retired", $"The field '{key}' is retired. Take it out of the filter, or restore it.") : field;
    }

    static IQueryable<T> Having<T>(IQueryable<T> rows, IQueryable<FieldValueRow> values, bool wanted)
        where T : class
    {
        var ids = values.Select(value => value.RecordId);
        return wanted
            ? rows.Where(row => ids.Contains(EF.Property<Guid>(row, nameof(IHasId.Id))))
            : rows.Where(row => !ids.Contains(EF.Property<Guid>(row, nameof(IHasId.Id))));
    }

    static bool TryRead(FieldDefinition field, string text, out (string? Text, long? Number) value, bool part = false)
    {
        value = default;
        switch (field.Type)
        {
            case CustomFieldType.Number or CustomFieldType.Money:
                if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    || Math.Abs(number) > FieldLimits.MaxNumber || decimal.Round(number, 6) != number) return false;
                value.Number = FieldReading.Scale(number);
                return true;
            case CustomFieldType.Date:
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
                value.Number = date.DayNumber;
                return true;
            case CustomFieldType.Instant:
                if (!UtcInstantJson.TryParse(text, out var instant)) return false;
                value.Number = FieldReading.Micros(instant);
                return true;
            case CustomFieldType.YesNo:
                if (!bool.TryParse(text, out var yes)) return false;
                value.Number = yes ? 1 : 0;
                return true;
            case CustomFieldType.Choice or CustomFieldType.Choices:
                // Retired ones too: old records hold them and are looked for.
                if (field.Choices!.Find(text) is null) return false;
                value.Text = text;
                return true;
            case CustomFieldType.Member or CustomFieldType.Customer:
                if (!Guid.TryParseExact(text, "D", out var id)) return false;
                value.Text = id.ToString("D");
                return true;
            default:
                if (text.Length > FieldValueRow.TextLength || !FieldErrors.IsText(text)) return false;
                value.Text = part ? text : text.Trim();
                return true;
        }
    }

    static bool IsNumber(CustomFieldType type) =>
        type is CustomFieldType.Number or CustomFieldType.Money or CustomFieldType.Date or CustomFieldType.Instant or CustomFieldType.YesNo;

    static bool IsText(CustomFieldType type) => type is CustomFieldType.Text or CustomFieldType.Url or CustomFieldType.Email or CustomFieldType.Phone;

    /// <summary>Whether lists can be sorted by fields of the type.</summary>
    internal static bool IsSorted(CustomFieldType type) => IsNumber(type) || IsText(type) || type == CustomFieldType.Choice;

    internal static IReadOnlyList<string> Operators(CustomFieldType type) => type switch
    {
        CustomFieldType.LongText => OfLongTexts,
        CustomFieldType.YesNo => OfYesNo,
        CustomFieldType.Choice or CustomFieldType.Choices or CustomFieldType.Member or CustomFieldType.Customer => OfKeys,
        _ => IsNumber(type) ? OfNumbers : OfTexts,
    };

    static string Expected(FieldDefinition field) => field.Type switch
    {
        CustomFieldType.Number or CustomFieldType.Money => "a number of up to 6 decimals",
        CustomFieldType.Date => "a date like 2026-11-23",
        CustomFieldType.Instant => "an instant like 2026-11-23T08:00:00Z",
        CustomFieldType.YesNo => "true or false",
        CustomFieldType.Choice or CustomFieldType.Choices => "the key of a choice of the field's pick list",
        CustomFieldType.Member or CustomFieldType.Customer => "an id",
        _ => "a text of up to 400 characters",
    };

    static Refusal Bad(string parameter, string expected) => Refusal.Field(parameter, "request/bad-filter", $"Expected {expected}.");
}
