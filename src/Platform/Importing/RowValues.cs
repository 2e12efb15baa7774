namespace Crm.Platform.Importing;

/// <summary>The typed values of one row with everything that is wrong with it and every rule that was applied to it.</summary>
public sealed class RowValues(long number, long line)
{
    readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    readonly List<RowReason> _reasons = [];
    readonly List<RowWarning> _warnings = [];

    /// <summary>Number of the data row, from 1, blank lines not counted.</summary>
    public long RowNumber { get; } = number;

    /// <summary>Physical line on which the row starts.</summary>
    public long Line { get; } = line;

    public IReadOnlyList<RowReason> Reasons => _reasons;

    public IReadOnlyList<RowWarning> Warnings => _warnings;

    public bool IsRefused => _reasons.Count > 0;

    public string? Text(string field) => (string?)_values.GetValueOrDefault(field);

    public decimal? Number(string field) => (decimal?)_values.GetValueOrDefault(field);

    public int? WholeNumber(string field) => (int?)_values.GetValueOrDefault(field);

    public DateOnly? Date(string field) => (DateOnly?)_values.GetValueOrDefault(field);

    /// <summary>The amount in the smallest coins of its currency; rounding is reported.</summary>
    public decimal? Amount(string field, Currency currency)
    {
        if (Number(field) is not { } written) return null;
        var rounded = Rounding.ToMinor(written, currency);
        if (rounded != written) Warn(field, ImportRules.RoundedToMinorUnits, $"{written}", $"{rounded}");
        return rounded;
    }

    public void Refuse(string field, string code, string detail) => _reasons.Add(new RowReason(field, code, detail));

    public void Refuse(RowReason reason) => _reasons.Add(reason);

    public void Warn(string field, string rule, string from, string to) => _warnings.Add(new RowWarning(field, rule, from, to));

    /// <summary>The value as it was read: a text, a number, or a date.</summary>
    internal object? Value(string field) => _values.GetValueOrDefault(field);

    internal void Set(string field, object value) => _values[field] = value;
}
