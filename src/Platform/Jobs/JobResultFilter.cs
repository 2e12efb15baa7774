namespace Crm.Platform.Jobs;

/// <summary>Which of a job's rows are asked for.</summary>
sealed record JobResultFilter(bool? Failed, bool? Warned, string? Outcome)
{
    const int OutcomeChars = 40;

    public Outcome<Nothing> Check() => Outcome is not null && (Outcome.Length is 0 or > OutcomeChars || !FieldErrors.IsText(Outcome))
        ? Refusal.Field("outcome", "request/bad-filter", "A word such as Created or Refused.")
        : Nothing.Value;

    public IQueryable<JobResultRow> Of(IQueryable<JobResultRow> rows)
    {
        if (Failed is { } isFailed) rows = rows.Where(row => row.IsFailed == isFailed);
        if (Warned is { } hasWarnings) rows = rows.Where(row => row.HasWarnings == hasWarnings);
        if (Outcome is { } outcome) rows = rows.Where(row => row.Outcome == outcome);
        return rows;
    }
}
