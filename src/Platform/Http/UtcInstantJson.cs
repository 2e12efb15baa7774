using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Platform.Http;

/// <summary>Instants as <c>2026-11-23T08:00:00Z</c>. An instant without an offset is refused: nobody knows when it was.</summary>
public sealed class UtcInstantJson : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("An instant looks like 2026-11-23T08:00:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(DateTime.SpecifyKind(value, DateTimeKind.Utc));
    }

    public static bool TryParse(string? text, out DateTime instant)
    {
        instant = default;
        if (text is null || !DateTimeOffset.TryParseExact(
                text,
                ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            || !(text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10))
        {
            return false;
        }
        instant = new DateTime(parsed.UtcTicks - parsed.UtcTicks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        return true;
    }
}
