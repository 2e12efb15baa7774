namespace Crm.Platform.Lists;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The item as the API shows it.</typeparam>
public sealed record Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Send it as <c>cursor</c> for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Only with <c>count=true</c>; counted up to 100,000.</summary>
    public int? TotalCount { get; init; }

    /// <summary>True when there are more than <see cref="TotalCount"/>.</summary>
    public bool? TotalIsCapped { get; init; }

    /// <summary>The same page of the same rows, shown as the API shows them.</summary>
    public Page<TView> Showing<TView>(IReadOnlyList<TView> items) =>
        new() { Items = items, NextCursor = NextCursor, TotalCount = TotalCount, TotalIsCapped = TotalIsCapped };
}
