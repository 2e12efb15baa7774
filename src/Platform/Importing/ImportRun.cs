using Crm.Contracts;

namespace Crm.Platform.Importing;

/// <summary>One import under way, as a module sees it.</summary>
public sealed class ImportRun
{
    readonly ImportOptions _options;
    readonly IImport _import;
    readonly ImportScope _scope;
    readonly ImportScope _customers;

    internal ImportRun(ImportOptions options, IImport import, ImportScope scope, ImportScope customers, DateTime askedAt)
    {
        _customers = customers;
        _options = options;
        _import = import;
        _scope = scope;
        AskedAt = askedAt;
    }

    /// <summary>The resource's name in the path.</summary>
    internal string Resource => _import.Resource;

    /// <summary>When it was asked for, the same after a restart.</summary>
    public DateTime AskedAt { get; }

    /// <summary>The member who imports: the owner of rows that name none.</summary>
    public Guid Me => _scope.Me;

    /// <summary>Whether the caller may write records of this owner.</summary>
    public bool MayWriteFor(Guid ownerId, Guid departmentId) => _scope.Covers(ownerId, departmentId);

    /// <summary>Whether the caller sees a customer of this owner, and may name it.</summary>
    public bool SeesCustomerOf(Guid ownerId, Guid departmentId) => _customers.Covers(ownerId, departmentId);

    /// <summary>What the caller chose, or the policy's default.</summary>
    public string Policy(string key) =>
        _options.Policies.GetValueOrDefault(key) ?? _import.Policies.Single(policy => policy.Key == key).Default;

    /// <summary>The row's external key; null when the file has none.</summary>
    public ExternalKey? KeyOf(RowValues row) =>
        row.Text(ImportFields.ExternalId) is { } id ? new ExternalKey(_options.ExternalSource, id) : null;
}
