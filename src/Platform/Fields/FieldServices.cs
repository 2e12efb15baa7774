using Crm.Platform.Modules;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Fields;

/// <summary>How a module lets tenants add fields to a resource, and how it offers a pick list: one line each in its AddServices.</summary>
public static class FieldServices
{
    /// <typeparam name="TRow">What carries the values.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="name">As in the path, e.g. <c>customers</c>.</param>
    /// <param name="record">The kind of record, which is also its schema in the API document, e.g. <c>Customer</c>.</param>
    /// <param name="read">Who may read the records.</param>
    /// <param name="choices">Built-in members (or action.member) with the keys of the pick lists that they are chosen from.</param>
    public static IServiceCollection AddFieldsOf<TRow>(
        this IServiceCollection services, string name, string record, Permission read, params (string Member, string PickList)[] choices)
        where TRow : ICustomized =>
        services.AddSingleton(new FieldResource(name, record, record, read, typeof(TRow), choices.ToDictionary(choice => choice.Member, choice => choice.PickList)));

    public static IServiceCollection AddPickList(this IServiceCollection services, BuiltInPickList list) => services.AddSingleton(list);

    internal static void AddFields(this IServiceCollection services)
    {
        services.AddSingleton<CustomFields>();
        services.AddSingleton<FieldWrites>();
        services.AddSingleton<ImportedFields>();
    }

    internal static void MapFields(this RouteGroupBuilder api)
    {
        ServeCustomFields.Map(api);
        ServePickLists.Map(api);
        ServePickValues.Map(api);
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        var guard = services.GetRequiredService<ModuleGuard>();
        foreach (var resource in services.GetServices<FieldResource>())
            DescribeFields.Map(guard.ModuleOf(resource.Row.Assembly) is { } module ? api.MapGroup("").WithMetadata(new ModuleOf(module)) : api, resource);
    }
}
