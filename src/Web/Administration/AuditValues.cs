using System.Globalization;
using System.Text.Json;
using Crm.Web.Records;
using Crm.Web.Text;

namespace Crm.Web.Administration;

/// <summary>What a value of the audit reads like.</summary>
internal static class AuditValues
{
    private const string Personal = "•";

    internal sealed record Shown(string? Text, bool OurWord = false, bool Hidden = false);

    /// <summary>A field without the scale that its column has: <c>rateE10</c> is the rate.</summary>
    public static string NameOf(string field) => Scale(field) is null ? field : field[..field.LastIndexOf('E')];

    public static Shown Read(string field, object? value, Texts texts, NameBook names, TimeZoneInfo zone)
    {
        if (value is not JsonElement json || json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return new Shown(null);
        if (json.ValueKind == JsonValueKind.Number && Scale(field) is { } scale && json.TryGetInt64(out var scaled))
            return new Shown((scaled / Power(scale)).ToString("#,0.##########", texts.Format.Culture));
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.ValueKind is JsonValueKind.True ? "true" : json.ValueKind is JsonValueKind.False ? "false" : json.GetRawText();
        if (text == Personal) return new Shown(null, Hidden: true);
        if (text.Length == 0) return new Shown(null);
        if (texts.AuditValue(field, text) is { } word) return new Shown(word, OurWord: true);
        if (field.EndsWith("Id", StringComparison.Ordinal) && Guid.TryParse(text, out var id))
            return new Shown(names.Member(id)?.Name ?? names.Department(id)?.Name ?? text);
        if (json.ValueKind == JsonValueKind.String && text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return new Shown(texts.Format.Instant(instant, zone), OurWord: true);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new Shown(texts.Format.Date(day), OurWord: true);
        return new Shown(text.Replace(",", ", ", StringComparison.Ordinal).Replace(",  ", ", ", StringComparison.Ordinal));
    }

    private static int? Scale(string field)
    {
        var at = field.LastIndexOf('E');
        return at > 0 && int.TryParse(field.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var scale) ? scale : null;
    }

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var i = 0; i < scale; i++) power *= 10m;
        return power;
    }
}
