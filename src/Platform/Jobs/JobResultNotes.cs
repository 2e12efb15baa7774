using Crm.Platform.Importing;

namespace Crm.Platform.Jobs;

/// <summary>Why a row was refused and which stated rules changed its values.</summary>
public sealed record JobResultNotes
{
    public IReadOnlyList<RowReason> Reasons { get; init; } = [];

    public IReadOnlyList<RowWarning> Warnings { get; init; } = [];
}
