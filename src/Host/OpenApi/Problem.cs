namespace Crm.Host.OpenApi;

/// <summary>A refusal (RFC 9457). Programs go by <c>code</c>; people read <c>detail</c>.</summary>
sealed record Problem
{
    /// <summary>A URN of the code.</summary>
    public required string Type { get; init; }

    /// <summary>What kind of refusal this is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Stable, e.g. <c>leads/already-converted</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and how to mend it.</summary>
    public required string Detail { get; init; }

    /// <summary>Names this request in the logs.</summary>
    public required string TraceId { get; init; }

    /// <summary>The offending fields, each with what is wrong in it; empty when the refusal is about none.</summary>
    public required IReadOnlyDictionary<string, string[]> Errors { get; init; }
}
