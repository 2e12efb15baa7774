using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>A request to an operation, open to change until it is sent.</summary>
sealed class WalkRequest(ApiOperation operation)
{
    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2_000 };

    public ApiOperation Operation => operation;

    public HttpMethod Method { get; set; } = operation.Method;

    /// <summary>Values of the path's parameters, unescaped.</summary>
    public Dictionary<string, string> Path { get; init; } = [];

    /// <summary>A path as it goes over the wire, instead of the operation's with its values.</summary>
    public string? RawPath { get; set; }

    public List<(string Name, string Value)> Query { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    public JsonNode? Body { get; set; }

    /// <summary>Bytes instead of <see cref="Body"/>.</summary>
    public byte[]? Raw { get; set; }

    public string? ContentType { get; set; }

    public bool IsChunked { get; set; }

    /// <summary>Who has to send it; null for whoever walks.</summary>
    public Session? Sender { get; set; }

    /// <summary>Refusals that are the right answer in any scene, e.g. of a set-up that is done.</summary>
    public IReadOnlyList<int> Refusals { get; set; } = [];

    public int Length => Bytes()?.Length ?? 0;

    public WalkRequest Copy() => new(operation)
    {
        Method = Method,
        Path = new(Path),
        RawPath = RawPath,
        Query = [.. Query],
        Headers = new(Headers),
        Body = Body?.DeepClone(),
        Raw = Raw,
        ContentType = ContentType,
        IsChunked = IsChunked,
        Sender = Sender,
        Refusals = Refusals,
    };

    public string Url
    {
        get
        {
            var path = RawPath ?? Path.Aggregate(operation.Path, (text, value) => text.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value)));
            return Query.Count == 0 ? path : $"{path}?{string.Join('&', Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"))}";
        }
    }

    public HttpRequestMessage ToMessage(Uri host)
    {
        // As it stands: a walk sends paths that Uri would tidy.
        var message = new HttpRequestMessage(Method, new Uri(host.GetLeftPart(UriPartial.Authority) + Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Bytes() is { } bytes)
        {
            message.Content = IsChunked ? new StreamContent(new MemoryStream(bytes)) : new ByteArrayContent(bytes);
            if (ContentType is { } type) message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            if (IsChunked) message.Headers.TransferEncodingChunked = true;
        }
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }

    /// <summary>For whoever wants to send it again by hand.</summary>
    public string ToCurl()
    {
        var text = new StringBuilder($"curl -i -X {Method} \"$HOST{Url.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal)}\" -H \"Authorization: Bearer $TOKEN\"");
        foreach (var (name, value) in Headers) text.Append($" -H {Quoted($"{name}: {value}")}");
        if (ContentType is { } type) text.Append($" -H {Quoted($"Content-Type: {type}")}");
        if (IsChunked) text.Append(" -H 'Transfer-Encoding: chunked'");
        if (Bytes() is { } bytes)
        {
            text.Append(bytes.Length > 4_000
                ? $" --data-binary @- # {bytes.Length} bytes that begin with {Quoted(Encoding.UTF8.GetString(bytes, 0, 200))}"
                : $" --data-binary $'{Escaped(bytes)}'");
        }
        return text.ToString();
    }

    byte[]? Bytes() => Raw ?? (Body is null && ContentType is null ? null : Encoding.UTF8.GetBytes(Body?.ToJsonString(Written) ?? ""));

    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    static string Escaped(byte[] bytes) => string.Concat(bytes.Select(b => b is >= 32 and < 127 and not (byte)'\'' and not (byte)'\\' ? ((char)b).ToString() : $"\\x{b:x2}"));
}
