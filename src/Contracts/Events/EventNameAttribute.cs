namespace Crm.Contracts.Events;

/// <summary>The stable name of an event, with its version, e.g. <c>opportunities.won.v1</c>. It is stored, so it never changes once released.</summary>
/// <param name="name">Module, fact and version, lower case, divided by dots.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
