using System.Text.Json;
using Crm.Platform.Http;

namespace Crm.Platform.Streaming;

/// <summary>One server-sent event.</summary>
/// <param name="Json">Its data.</param>
/// <param name="Id">Its id, where the topic counts.</param>
public sealed record StreamEvent(ReadOnlyMemory<byte> Json, long? Id = null)
{
    /// <summary>An event whose data is the value as the API writes it.</summary>
    public static StreamEvent Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options));
}
