using Crm.Organization.Domain;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Roles;

/// <summary>What roles are made of, for pages and programs that edit them.</summary>
internal static class ListPermissions
{
    /// <summary>A word of the API with what people call it.</summary>
    internal sealed record NamedWord<T>(T Key, Words Names);

    internal sealed record Words(string En, string Zh);

    internal sealed record PermissionList
    {
        public required IReadOnlyList<NamedWord<Permission>> Permissions { get; init; }

        /// <summary>The kinds of record that data scope is given for.</summary>
        public required IReadOnlyList<NamedWord<Resource>> Resources { get; init; }

        /// <summary>Narrowest first.</summary>
        public required IReadOnlyList<NamedWord<DataScope>> Scopes { get; init; }
    }

    static readonly PermissionList Everything = new()
    {
        Permissions = Named(AccessWords.Permissions),
        Resources = Named(AccessWords.Resources),
        Scopes = Named(AccessWords.Scopes),
    };

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/permissions", () => TypedResults.Ok(Everything)).WithName(nameof(ListPermissions)).WithTags("Roles")
            .WithSummary("Every permission, kind of record and data scope, with its words in both languages.")
            .Requires(Permission.ReadOrganization).Answers<PermissionList>();

    static List<NamedWord<T>> Named<T>(IReadOnlyDictionary<T, (string En, string Zh)> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(key => new NamedWord<T>(key, new Words(words[key].En, words[key].Zh)))];
}
