using System.Collections.Concurrent;
using System.Reflection;
using Crm.Contracts.Events;

namespace Crm.Platform.Data;

/// <summary>The stored name of an event type.</summary>
public static class EventNames
{
    static readonly ConcurrentDictionary<Type, string> Names = new();

    public static string Of(Type type) => Names.GetOrAdd(type, static t =>
        t.GetCustomAttribute<EventNameAttribute>()?.Name ?? throw new InvalidOperationException($"{t.Name} has no [EventName]."));
}
