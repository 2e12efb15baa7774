namespace Crm.Platform.Http;

/// <summary>Marks an endpoint that needs If-Match, for the API document.</summary>
public sealed class NeedsIfMatch
{
    public static readonly NeedsIfMatch Instance = new();
}
