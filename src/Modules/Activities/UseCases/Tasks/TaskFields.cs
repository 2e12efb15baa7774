using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>What may be set of a task.</summary>
internal sealed record TaskFields
{
    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 4,000 characters.</summary>
    public string? Text { get; init; }

    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    /// <summary>When several are to do it: done as soon as one of them has finished, or when all have.</summary>
    public CompletionPolicy Completion { get; init; }

    /// <summary>When it is to be done; ten years either way.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Who is to do it: 1 to 50 active members. Left out: the caller.</summary>
    public IReadOnlyList<Guid> AssigneeIds { get; init; } = [];

    internal static TaskFields Of(WorkTask row, IReadOnlyCollection<AssignmentRow> parts) => new()
    {
        Title = row.Title,
        Text = row.Text,
        Priority = row.Priority,
        Completion = row.Completion,
        DueAt = row.DueAt,
        AssigneeIds = [.. parts.Select(part => part.MemberId)],
    };

    internal FieldErrors Check(DateTime nowUtc) => new FieldErrors()
        .Required("title", Title, TaskRules.TitleLength)
        .Optional("text", Text, TaskRules.TextLength, lines: true)
        .When(!Enum.IsDefined(Priority), "priority", $"Is none of {string.Join(", ", Enum.GetNames<TaskPriority>())}.")
        .When(!Enum.IsDefined(Completion), "completion", $"Is none of {string.Join(", ", Enum.GetNames<CompletionPolicy>())}.")
        .When(DueAt is { } due && !IsSoon(due, nowUtc), "dueAt", "Lies within ten years.")
        .When(AssigneeIds.Distinct().Count() > TaskRules.MaxAssignees, "assigneeIds", $"At most {TaskRules.MaxAssignees}.");

    internal static bool IsSoon(DateTime due, DateTime nowUtc) => due >= nowUtc.AddYears(-10) && due <= nowUtc.AddYears(10);

    internal void ApplyTo(WorkTask row)
    {
        row.Title = Title.Trim();
        row.Text = Text;
        row.Priority = Priority;
        row.Completion = Completion;
        row.DueAt = DueAt;
        row.DueRank = DueAt ?? DateTime.SpecifyKind(new DateTime(9999, 1, 1), DateTimeKind.Utc);
    }
}
