using Crm.Platform.Security;

namespace Crm.Platform.Fields;

/// <summary>A resource that tenants can add fields to. A module registers one line for each of its own; the operations come with it.</summary>
/// <param name="Name">As in the path, e.g. <c>customers</c>.</param>
/// <param name="Record">The kind of record in operation ids, e.g. <c>Customer</c>.</param>
/// <param name="Schema">The record's schema in the API document.</param>
/// <param name="Read">Who may read the records may read what fields they have.</param>
/// <param name="Row">Whose assembly is the module that the operations are of.</param>
/// <param name="Choices">Built-in members whose values are chosen from a pick list: member to the list's key.</param>
public sealed record FieldResource(string Name, string Record, string Schema, Permission Read, Type Row, IReadOnlyDictionary<string, string>? Choices = null)
{
    public string? ListOf(string member) => Choices?.GetValueOrDefault(member);
}
