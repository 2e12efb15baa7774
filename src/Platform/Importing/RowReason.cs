namespace Crm.Platform.Importing;

/// <summary>Why a row, or one field of it, was refused.</summary>
/// <param name="Field">The field; empty when it is the row as a whole.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Detail">The same in words.</param>
public sealed record RowReason(string Field, string Code, string Detail);
