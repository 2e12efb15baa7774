namespace Crm.Platform.Search;

/// <summary>A record that was found.</summary>
sealed record SearchHitView
{
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What tells it from others of its name; null when nothing does.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The customer it belongs to, or it is; null when it belongs to none.</summary>
    public Guid? CustomerId { get; init; }

    public required MatchKind Match { get; init; }

    /// <summary>The field that was matched, e.g. <c>name</c> or <c>mobile</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The text of that field.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of the text that were matched, in order.</summary>
    public required IReadOnlyList<TextRange> Highlights { get; init; }

    internal static SearchHitView Of(SearchHit hit) => new()
    {
        Id = hit.Record.Id,
        Title = hit.Record.Title,
        Subtitle = string.IsNullOrEmpty(hit.Record.Subtitle) ? null : hit.Record.Subtitle,
        CustomerId = hit.Record.CustomerId,
        Match = hit.Match.How,
        Field = hit.Match.Field.Name,
        Text = hit.Match.Field.Text,
        Highlights = hit.Match.Ranges,
    };
}
