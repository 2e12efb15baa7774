using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Crm.Platform.Http;

/// <summary>
/// The serializer holds a member to its nullable annotation and looks no further. This carries it on to what lists and maps hold: where the
/// code says that no item is null, a body with a null in it is refused and not found out by whoever reads the item.
/// </summary>
static class NoNullItems
{
    public static void Modify(JsonTypeInfo type)
    {
        foreach (var property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (property.Set is not { } set || property.AttributeProvider is not PropertyInfo info || !Holds(property.PropertyType)) continue;
            var items = Items(new NullabilityInfoContext().Create(info));
            if (items is null) continue;
            property.Set = (target, value) =>
            {
                if (HasNull(value, items)) throw new JsonException("Holds an item that is null.");
                set(target, value);
            };
        }
    }

    static bool Holds(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    /// <summary>What is said of the items of a list or the values of a map.</summary>
    static NullabilityInfo? Items(NullabilityInfo of) => of.ElementType ?? (of.GenericTypeArguments is [.., var last] ? last : null);

    static bool HasNull(object? value, NullabilityInfo items)
    {
        if (value is not IEnumerable held || value is string) return false;
        foreach (var item in value is IDictionary map ? map.Values : held)
        {
            if (item is null)
            {
                if (items.WriteState == NullabilityState.NotNull) return true;
            }
            else if (Items(items) is { } inner && HasNull(item, inner))
            {
                return true;
            }
        }
        return false;
    }
}
