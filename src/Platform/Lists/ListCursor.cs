using System.Text;
using System.Text.Json;

namespace Crm.Platform.Lists;

/// <summary>Where a page ended: the sort it belongs to, the last row's key and id. Opaque to callers, keyset and never an offset.</summary>
/// <param name="Sort">As in the query, with its minus sign.</param>
/// <param name="Key">The last row's sort key; null stands for a null key.</param>
/// <param name="Tie">What tells the last row from others of its key.</param>
sealed record ListCursor(string Sort, string? Key, string? Tie)
{
    public string Encode() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static ListCursor? Decode(string text)
    {
        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
            return text.Length > 2000 ? null : JsonSerializer.Deserialize<ListCursor>(Encoding.UTF8.GetString(bytes));
        }
        catch (Exception e) when (e is FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
