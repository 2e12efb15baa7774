namespace Crm.Platform.Importing;

/// <summary>One record of the file as written, or what is wrong with it.</summary>
/// <param name="Line">Physical line on which the record starts, from 1: what an editor shows.</param>
/// <param name="Cells">The cells; cut off where a limit was passed.</param>
/// <param name="Fault">Why the record cannot be taken as it is; null when it can.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Cells, RowReason? Fault)
{
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}
