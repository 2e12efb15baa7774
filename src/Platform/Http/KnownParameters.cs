using System.Reflection;
using Crm.Platform.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Http;

/// <summary>A query parameter that is unknown or stands twice is a 400: a filter misspelt must not answer with everything, nor one of two win by chance.</summary>
public static class KnownParameters
{
    public static RouteGroupBuilder RefuseUnknownParameters(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory(static (factory, next) =>
        {
            var parameters = factory.MethodInfo.GetParameters();
            // A list knows its parameters itself.
            var isList = parameters.Any(p => p.ParameterType == typeof(ListQuery) || p.GetCustomAttribute<AsParametersAttribute>() is not null);
            // What a handler is given besides, services and bodies, is no parameter of the call, whatever it is called.
            var known = parameters.Where(p => IsOfQuery(p.ParameterType)).Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name!).ToHashSet(StringComparer.Ordinal);
            return context =>
            {
                foreach (var (name, values) in context.HttpContext.Request.Query)
                {
                    var refusal = !isList && !known.Contains(name) ? Refusal.Field(name, "request/unknown-parameter", $"This call has no parameter '{name}'.")
                        : values.Count > 1 ? Refusal.Field(name, "request/repeated-parameter", $"'{name}' stands more than once.")
                        : null;
                    if (refusal is not null) return ValueTask.FromResult<object?>(refusal.ToProblem());
                }
                return next(context);
            };
        });
        return group;
    }

    static bool IsOfQuery(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsPrimitive || value.IsEnum || value == typeof(string) || value == typeof(Guid) || value == typeof(decimal) || value == typeof(DateOnly)
            || value == typeof(DateTime) || value == typeof(DateTimeOffset);
    }
}
