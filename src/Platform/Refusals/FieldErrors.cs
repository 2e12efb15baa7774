using System.Globalization;

namespace Crm.Platform;

/// <summary>Collects what is wrong with a request, field by field, so that all of it is answered at once.</summary>
public sealed class FieldErrors
{
    readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    /// <summary>Every error as (field, what is wrong).</summary>
    public IEnumerable<(string Field, string Detail)> All =>
        _errors.SelectMany(errors => errors.Value.Select(detail => (errors.Key, detail)));

    public FieldErrors Add(string field, string detail)
    {
        if (!_errors.TryGetValue(field, out var details)) _errors[field] = details = [];
        details.Add(detail);
        return this;
    }

    public FieldErrors When(bool wrong, string field, string detail) => wrong ? Add(field, detail) : this;

    /// <summary>A text that must be there.</summary>
    public FieldErrors Required(string field, string? value, int maxLength, bool lines = false) =>
        string.IsNullOrWhiteSpace(value) ? Add(field, "Required.") : Optional(field, value, maxLength, lines);

    /// <summary>A text that may be missing but, when there, fits and can be stored and shown.</summary>
    public FieldErrors Optional(string field, string? value, int maxLength, bool lines = false)
    {
        if (value is null) return this;
        if (value.Length > maxLength) Add(field, string.Create(CultureInfo.InvariantCulture, $"At most {maxLength} characters."));
        return When(!IsText(value, lines), field, "Contains characters that are not text.");
    }

    public Refusal? ToRefusal(string code) => Any
        ? Refusal.Fields(code, _errors.ToDictionary(field => field.Key, field => field.Value.ToArray()))
        : null;

    /// <summary>No control characters and no half of a surrogate pair: databases and pages choke on them.</summary>
    public static bool IsText(string value, bool lines = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (char.IsControl(letter) && !(lines && (letter is '\n' or '\r' or '\t'))) return false;
            if (char.IsHighSurrogate(letter) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) i++;
            else if (char.IsSurrogate(letter)) return false;
        }
        return true;
    }
}
