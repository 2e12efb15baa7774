using System.Linq.Expressions;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;

namespace Crm.Opportunities.Data;

/// <summary>A moment of the past, told by when things were known or by how far commits had come.</summary>
/// <param name="Instant">UTC; null when told by position.</param>
/// <param name="Position">Null when told by instant.</param>
internal sealed record PipelineMoment(DateTime? Instant, CommitPosition? Position)
{
    public static Outcome<PipelineMoment> Read(string field, string? text, DateTime now)
    {
        if (UtcInstantJson.TryParse(text, out var instant))
        {
            return instant <= now
                ? new PipelineMoment(instant, null)
                : Refusal.Field(field, "pipeline/in-the-future", "Lies in the future: nobody knows the pipeline of then.");
        }
        return CommitPosition.TryParse(text, out var position)
            ? new PipelineMoment(null, position)
            : Refusal.Field(field, "request/bad-value", "Expected an instant like 2026-11-23T08:00:00Z or a position that the funnel gave.");
    }

    /// <summary>Whether a row was known by then.</summary>
    public Expression<Func<HistoryRow, bool>> Known(Engine engine)
    {
        if (Instant is { } instant) return row => row.KnownAt <= instant;
        var (major, seq) = (Position!.Value.Major, Position.Value.Seq);
        return engine == Engine.Sqlite
            ? row => row.Seq <= seq
            : row => row.Major <= major && (row.Major < major || row.Seq <= seq);
    }
}
