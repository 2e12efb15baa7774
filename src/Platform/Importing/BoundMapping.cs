using System.Globalization;

namespace Crm.Platform.Importing;

/// <summary>A mapping checked against a module's fields and a file's header: reads rows.</summary>
public sealed class BoundMapping
{
    const int ReasonChars = 100;
    const int ShownColumns = 30;

    readonly ImportMapping _mapping;
    readonly Bound[] _fields;
    readonly int _columnCount;

    BoundMapping(ImportMapping mapping, Bound[] fields, int columnCount)
    {
        _mapping = mapping;
        _fields = fields;
        _columnCount = columnCount;
    }

    sealed record Bound(ImportField Field, int Column, Template? Template, string? Constant, IReadOnlyDictionary<string, string>? Values);

    public static Outcome<BoundMapping> Bind(ImportMapping mapping, IReadOnlyList<ImportField> fields, IReadOnlyList<string> header)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var key in mapping.Columns.Keys.Concat(mapping.Templates.Keys).Concat(mapping.Constants.Keys).Concat(mapping.Values.Keys).Distinct())
            if (fields.All(field => field.Key != key))
                errors[$"mapping.{key}"] = [$"There is no field '{key}'. The fields are {string.Join(", ", fields.Select(f => f.Key))}."];
        foreach (var (key, column) in mapping.Columns)
            if (header.Count(name => name == column) != 1)
                errors[$"mapping.columns.{key}"] = [$"The file has no column '{Short(column)}'. Its columns are {Shown(header)}."];
        foreach (var (key, text) in mapping.Templates)
        {
            if (mapping.Columns.ContainsKey(key)) errors[$"mapping.templates.{key}"] = ["The field has a column already."];
            else if (Template.Parse(text, header) is null) errors[$"mapping.templates.{key}"] = [$"'{text}' names no column in braces, or one that the file does not have once."];
        }
        foreach (var field in fields.Where(f => f.IsRequired && !IsFilled(mapping, f.Key) && !mapping.Constants.ContainsKey(f.Key)))
            errors[$"mapping.columns.{field.Key}"] = [$"'{field.Key}' is required: name its column or give a constant. The file's columns are {Shown(header)}."];
        if (mapping.DateFormat is { } pattern && !DateFormats.IsUsable(pattern))
            errors["mapping.dateFormat"] = [$"'{pattern}' is not a date pattern that names year, month and day."];
        if (errors.Count > 0) return Refusal.Fields("import/mapping-invalid", errors);

        var bound = new BoundMapping(mapping,
            [.. fields.Where(f => IsFilled(mapping, f.Key) || mapping.Constants.ContainsKey(f.Key)).Select(f => new Bound(f,
                mapping.Columns.TryGetValue(f.Key, out var column) ? header.ToList().IndexOf(column) : -1,
                mapping.Templates.TryGetValue(f.Key, out var template) ? Template.Parse(template, header) : null,
                mapping.Constants.GetValueOrDefault(f.Key), mapping.Values.GetValueOrDefault(f.Key)))],
            header.Count);
        bound.CheckConstants(errors);
        return errors.Count > 0 ? Refusal.Fields("import/mapping-invalid", errors) : bound;
    }

    /// <summary>A constant that no row could take would refuse every row: it is said before the first.</summary>
    void CheckConstants(Dictionary<string, string[]> errors)
    {
        foreach (var bound in _fields)
        {
            if (bound.Constant is not { Length: > 0 } constant) continue;
            var probe = new RowValues(0, 0);
            ReadWritten(bound, bound.Values?.GetValueOrDefault(constant) ?? constant, probe);
            if (probe.IsRefused) errors[$"mapping.constants.{bound.Field.Key}"] = [.. probe.Reasons.Select(reason => reason.Detail)];
        }
    }

    static string Shown(IReadOnlyList<string> header) =>
        string.Join(", ", header.Take(ShownColumns).Select(Short)) + (header.Count > ShownColumns ? $" and {header.Count - ShownColumns} more" : "");

    static bool IsFilled(ImportMapping mapping, string field) => mapping.Columns.ContainsKey(field) || mapping.Templates.ContainsKey(field);

    /// <summary>Reads every mapped field; what cannot be read stands in the row's reasons.</summary>
    public RowValues Read(long number, CsvRow row)
    {
        var values = new RowValues(number, row.Line);
        if (row.Fault is not null) values.Refuse(row.Fault);
        else if (row.Cells.Count != _columnCount)
            values.Refuse("", "import/ragged-row", $"The row has {row.Cells.Count} cells, the header has {_columnCount}.");
        if (values.IsRefused) return values;
        foreach (var bound in _fields) ReadField(bound, row, values);
        return values;
    }

    /// <summary>The row's external key alone, as <see cref="Read"/> would read it; null when it has none or cannot be read.</summary>
    public string? KeyOf(CsvRow row)
    {
        if (row.Fault is not null || row.Cells.Count != _columnCount) return null;
        if (Array.Find(_fields, field => field.Field.Key == ImportFields.ExternalId) is not { } bound) return null;
        var values = new RowValues(0, row.Line);
        ReadField(bound, row, values);
        return values.Text(ImportFields.ExternalId);
    }

    void ReadField(Bound bound, CsvRow row, RowValues values)
    {
        var field = bound.Field;
        var isFilled = bound.Column >= 0 || bound.Template is not null;
        var written = bound.Column >= 0 ? row.Cells[bound.Column].Trim() : bound.Template?.Fill(row.Cells) ?? "";
        if (written.Length == 0 && bound.Constant is { Length: > 0 } constant)
        {
            // A constant for every row is the caller's word; one that fills a gap in the file is told on the row.
            if (isFilled) values.Warn(field.Key, ImportRules.ConstantForEmpty, "", constant);
            written = constant;
        }
        if (bound.Values is not null && bound.Values.TryGetValue(written, out var meant) && meant != written)
        {
            values.Warn(field.Key, ImportRules.ValueMap, written, meant);
            written = meant;
        }
        ReadWritten(bound, written, values);
    }

    void ReadWritten(Bound bound, string written, RowValues values)
    {
        var field = bound.Field;
        if (written.Length == 0)
        {
            if (field.IsRequired) values.Refuse(field.Key, "import/value-missing", $"'{field.Key}' is empty.");
            return;
        }
        if (!FieldErrors.IsText(written, lines: true))
        {
            values.Refuse(field.Key, "import/control-character", $"'{field.Key}' holds a control character or half of one.");
            return;
        }
        ReadTyped(field, written, values);
    }

    void ReadTyped(ImportField field, string written, RowValues values)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                if (written.Length <= field.MaxChars) values.Set(field.Key, written);
                else values.Refuse(field.Key, "import/text-too-long", $"'{field.Key}' has {written.Length} characters; {field.MaxChars} are allowed.");
                break;
            case FieldKind.Choice:
                ReadChoice(field, written, values);
                break;
            case FieldKind.Currency:
                if (Currency.TryParse(written.ToUpperInvariant(), out var currency)) values.Set(field.Key, currency.Code);
                else values.Refuse(field.Key, "import/currency-unknown", $"'{Short(written)}' is not a currency of ISO 4217.");
                break;
            case FieldKind.Date:
                if (!DateFormats.TryRead(written, _mapping.DateFormat, out var date))
                    values.Refuse(field.Key, "import/date-not-understood", $"'{Short(written)}' is not a date {(_mapping.DateFormat is { } p ? $"written {p}" : "written year first")}.");
                else if (date < DateFormats.Earliest || date > DateFormats.Latest)
                    values.Refuse(field.Key, "import/date-out-of-range", $"{date:yyyy-MM-dd} is not between {DateFormats.Earliest:yyyy-MM-dd} and {DateFormats.Latest:yyyy-MM-dd}.");
                else values.Set(field.Key, date);
                break;
            default:
                ReadNumber(field, written, values);
                break;
        }
    }

    void ReadNumber(ImportField field, string written, RowValues values)
    {
        if (!NumberForms.TryRead(written, _mapping.DecimalComma, out var number))
        {
            values.Refuse(field.Key, "import/number-not-understood", $"'{Short(written)}' is not a number.");
            return;
        }
        var (min, max) = field.Kind switch
        {
            FieldKind.Amount => (Math.Max(field.Min, -Scaled.MaxAmount), Math.Min(field.Max, Scaled.MaxAmount)),
            FieldKind.UnitPrice => (Math.Max(field.Min, 0), Math.Min(field.Max, Scaled.MaxUnitPrice)),
            FieldKind.WholeNumber => (Math.Max(field.Min, int.MinValue), Math.Min(field.Max, int.MaxValue)),
            _ => (field.Min, field.Max)
        };
        if (number < min || number > max)
            values.Refuse(field.Key, "import/number-out-of-range", string.Create(CultureInfo.InvariantCulture, $"{number} is not between {min} and {max}."));
        else if (field.Kind == FieldKind.WholeNumber && number != decimal.Truncate(number))
            values.Refuse(field.Key, "import/number-not-whole", string.Create(CultureInfo.InvariantCulture, $"{number} is not a whole number."));
        else if (field.Kind == FieldKind.UnitPrice && number != decimal.Round(number, 6))
            values.Refuse(field.Key, "import/too-many-decimals", string.Create(CultureInfo.InvariantCulture, $"{number} has more than 6 decimals."));
        else if (field.Kind == FieldKind.WholeNumber) values.Set(field.Key, (int)number);
        else values.Set(field.Key, number);
    }

    static void ReadChoice(ImportField field, string written, RowValues values)
    {
        if (field.Choices is not { } choices)
        {
            values.Set(field.Key, written);
            return;
        }
        if (ImportRules.Find(written, choices, field.AllowsOneLetterOff) is not { } match)
        {
            values.Refuse(field.Key, "import/choice-unknown", $"'{Short(written)}' is none of {string.Join(", ", choices)}.");
            return;
        }
        if (match.Rule is not null) values.Warn(field.Key, match.Rule, written, match.Name);
        values.Set(field.Key, match.Name);
    }

    static string Short(string text) => text.Length <= ReasonChars ? text : text[..ReasonChars] + "…";
}
