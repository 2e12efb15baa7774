namespace Crm.Contracts;

/// <summary>The key that an outside system gives a record. Unique per tenant and kind of record.</summary>
/// <param name="Source">Name of the outside system, for example <c>maven</c>; at most 50 characters.</param>
/// <param name="Id">The record's key there; at most 200 characters.</param>
public sealed record ExternalKey(string Source, string Id);

/// <summary>What the intake did with one row.</summary>
public enum IntakeResult
{
    /// <summary>The row was refused; the reasons say why. Nothing was written for it.</summary>
    Refused,

    /// <summary>A new record was written.</summary>
    Created,

    /// <summary>The record of this external key existed and now holds the row's values.</summary>
    Updated,

    /// <summary>The record of this external key existed and already held the row's values.</summary>
    Unchanged
}

/// <summary>Why a row was refused.</summary>
/// <param name="Field">The field of the row that is at fault; empty when it is the row as a whole.</param>
/// <param name="Code">Stable code, for example <c>customers/name-missing</c>.</param>
/// <param name="Detail">The same in words.</param>
public sealed record IntakeReason(string Field, string Code, string Detail);

/// <summary>The answer for one row; answers stand in the order of the rows.</summary>
/// <param name="Result">What was done.</param>
/// <param name="Id">The record; null when refused.</param>
/// <param name="Reasons">Empty unless refused.</param>
public sealed record IntakeAnswer(IntakeResult Result, Guid? Id, IReadOnlyList<IntakeReason> Reasons)
{
    /// <summary>A row refused for one reason.</summary>
    public static IntakeAnswer Refused(string field, string code, string detail) =>
        new(IntakeResult.Refused, null, [new IntakeReason(field, code, detail)]);

    /// <summary>A row that ended in the record <paramref name="id"/>.</summary>
    public static IntakeAnswer Of(IntakeResult result, Guid id) => new(result, id, []);
}
