using System.Text.Json.Serialization;

namespace Crm.Web.Sessions;

/// <summary>What signing in answered, and when the access token ends by this browser's clock.</summary>
internal sealed record Tokens(string Access, string Refresh, DateTimeOffset EndsAt);

[JsonSerializable(typeof(Tokens))]
internal sealed partial class TokensJson : JsonSerializerContext;
