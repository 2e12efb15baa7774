using Crm.Activities.Data;
using Crm.Activities.Domain;
using Crm.Platform;

namespace Crm.Activities.UseCases.Activities;

/// <summary>What may be set of an activity.</summary>
internal sealed record ActivityFields
{
    public const int MaxMinutes = 24 * 60;
    public const int MaxPeople = 50;

    public required ActivityKind Kind { get; init; }

    /// <summary>Who began it; <c>None</c> where that has no meaning, as for a meeting or a note.</summary>
    public ActivityDirection Direction { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>At most 4,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>What came of it; at most 1,000 characters.</summary>
    public string? Result { get; init; }

    /// <summary>When it took place, or will: from ten years ago to two years ahead. Left out: now.</summary>
    public DateTime? At { get; init; }

    /// <summary>0 to 1,440.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>Contacts who took part; at most 50.</summary>
    public IReadOnlyList<Guid> ContactIds { get; init; } = [];

    /// <summary>Colleagues who took part beside the one it belongs to; at most 50.</summary>
    public IReadOnlyList<Guid> MemberIds { get; init; } = [];

    internal static ActivityFields Of(Activity row, IReadOnlyCollection<Participant> people) => new()
    {
        Kind = row.Kind,
        Direction = row.Direction,
        Subject = row.Subject,
        Text = row.Text,
        Result = row.Result,
        At = row.At,
        DurationMinutes = row.DurationMinutes,
        ContactIds = [.. people.Where(person => person.IsContact).Select(person => person.PersonId)],
        MemberIds = [.. people.Where(person => !person.IsContact).Select(person => person.PersonId)],
    };

    internal FieldErrors Check(DateTime nowUtc) => new FieldErrors()
        .Required("subject", Subject, TaskRules.TitleLength)
        .Optional("text", Text, TaskRules.TextLength, lines: true)
        .Optional("result", Result, TaskRules.ResultLength, lines: true)
        .When(!Enum.IsDefined(Kind), "kind", $"Is none of {string.Join(", ", Enum.GetNames<ActivityKind>())}.")
        .When(!Enum.IsDefined(Direction), "direction", $"Is none of {string.Join(", ", Enum.GetNames<ActivityDirection>())}.")
        .When(At < nowUtc.AddYears(-10) || At > nowUtc.AddYears(2), "at", "Lies between ten years ago and two years ahead.")
        .When(DurationMinutes is < 0 or > MaxMinutes, "durationMinutes", $"0 to {MaxMinutes}.")
        .When(ContactIds.Count > MaxPeople, "contactIds", $"At most {MaxPeople}.")
        .When(MemberIds.Count > MaxPeople, "memberIds", $"At most {MaxPeople}.");

    internal void ApplyTo(Activity row, DateTime nowUtc)
    {
        row.Kind = Kind;
        row.Direction = Direction;
        row.Subject = Subject.Trim();
        row.Text = Text;
        row.Result = Result;
        row.At = At ?? nowUtc;
        row.DurationMinutes = DurationMinutes;
    }
}
