namespace Crm.Platform.Importing;

/// <summary>How far an import is: written in the same transaction as the rows it counts.</summary>
/// <param name="RowsDone">Rows of the file that are behind it.</param>
/// <param name="Summary">What was done with them.</param>
sealed record ImportCheckpoint(long RowsDone, ImportSummary Summary);
