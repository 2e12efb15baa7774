namespace Crm.Web.Parts;

/// <summary>One message. A class, so that two with the same words are still two.</summary>
public sealed class Toast
{
    public required string Text { get; init; }

    public string? More { get; init; }

    public bool Refused { get; init; }

    /// <summary>Takes back what was done.</summary>
    public Func<Task>? Undo { get; init; }
}
