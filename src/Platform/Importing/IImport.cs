using Crm.Contracts;
using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Platform.Importing;

/// <summary>What a module offers for import: the fields a file can fill, the choices left to the caller, and how rows become records.</summary>
public interface IImport
{
    /// <summary>The resource's name in the path, e.g. <c>customers</c>.</summary>
    string Resource { get; }

    /// <summary>The right to write the resource; asked beside <see cref="Permission.Import"/>.</summary>
    Permission Permission { get; }

    IReadOnlyList<ImportField> Fields { get; }

    IReadOnlyList<ImportPolicy> Policies { get; }

    /// <summary>
    /// Turns rows into records inside the transaction. Every row that came without a reason gets an answer; a row it adds a reason to
    /// counts as refused. Called for several hundred rows at a time, again for the same rows after a restart or a failure.
    /// </summary>
    /// <returns>One answer per row, in order.</returns>
    Task<IReadOnlyList<IntakeAnswer>> TakeIn(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct);
}
