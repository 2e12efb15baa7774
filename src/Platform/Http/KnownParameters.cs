using System.Reflection;
using Crm.Platform.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.Http;

/// <summary>An unknown query parameter is a 400: a filter misspelt must not answer with everything.</summary>
public static class KnownParameters
{
    public static RouteGroupBuilder RefuseUnknownParameters(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory(static (factory, next) =>
        {
            var parameters = factory.MethodInfo.GetParameters();
            if (parameters.Any(p => p.ParameterType == typeof(ListQuery) || p.GetCustomAttribute<AsParametersAttribute>() is not null)) return next;
            var known = parameters.Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name!).ToHashSet(StringComparer.Ordinal);
            return context =>
            {
                foreach (var (name, _) in context.HttpContext.Request.Query)
                {
                    if (!known.Contains(name))
                    {
                        return ValueTask.FromResult<object?>(Refusal
                            .Field(name, "request/unknown-parameter", $"This call has no parameter '{name}'.").ToProblem());
                    }
                }
                return next(context);
            };
        });
        return group;
    }
}
