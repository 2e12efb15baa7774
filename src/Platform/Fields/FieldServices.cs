using Crm.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Fields;

/// <summary>How a module lets tenants add fields to a resource, and how it offers a pick list: one line each in its AddServices.</summary>
public static class FieldServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="name">As in the path, e.g. <c>customers</c>.</param>
    /// <param name="record">The kind of record, which is also its schema in the API document, e.g. <c>Customer</c>.</param>
    /// <param name="read">Who may read the records.</param>
    /// <param name="choices">Built-in members (or action.member) with the keys of the pick lists that they are chosen from.</param>
    public static IServiceCollection AddFieldsOf(
        this IServiceCollection services, string name, string record, Permission read, params (string Member, string PickList)[] choices) =>
        services.AddSingleton(new FieldResource(name, record, record, read, choices.ToDictionary(choice => choice.Member, choice => choice.PickList)));

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
        foreach (var resource in ((IEndpointRouteBuilder)api).ServiceProvider.GetServices<FieldResource>()) DescribeFields.Map(api, resource);
    }
}
