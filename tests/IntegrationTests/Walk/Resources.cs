using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Which resource a path's parameter or a field's id names.</summary>
static class Resources
{
    const string Base = "/api/v1/";

    static readonly Dictionary<string, string> ByField = new(StringComparer.Ordinal)
    {
        ["customerId"] = "customers",
        ["primaryContactId"] = "contacts",
        ["ownerId"] = "members",
        ["memberId"] = "members",
        ["leaderId"] = "members",
        ["createdBy"] = "members",
        ["legalEntityId"] = "legal-entities",
        ["departmentId"] = "departments",
        ["within"] = "departments",
        ["productId"] = "products",
        ["fileId"] = "import-files",
        ["recordId"] = "opportunities",
        ["actorId"] = "members",
        ["contactIds"] = "contacts",
        ["memberIds"] = "members",
        ["assigneeIds"] = "members",
        ["heirIds"] = "members",
        ["heirId"] = "members",
        ["pickListId"] = "pick-lists",
        ["fieldIds"] = "custom-fields",
        ["valueIds"] = "pick-values",
        ["assigneeId"] = "members",
        ["toDoBy"] = "members",
    };

    /// <summary>The resource of a path: what stands in it and is no parameter, <c>/api/v1/events/parked/{id}/retry</c> up to its parameter.</summary>
    public static string Of(string path) => string.Join('/', path[Base.Length..].Split('/').Where(part => !part.StartsWith('{')));

    /// <summary>The resource that the parameter of a path names: what stands before it.</summary>
    public static string OfParameter(string path, string parameter) => Of(path[..path.IndexOf($"/{{{parameter}}}", StringComparison.Ordinal)]);

    /// <summary>The resource that an id in a body or a filter names.</summary>
    public static string OfField(ApiOperation operation, string field)
    {
        // A record's own id, ids of many of its kind, and the parent of its own kind.
        if (field is "id" or "ids" or "parentId") return Of(operation.Path).Split('/')[0];
        if (ByField.TryGetValue(field, out var resource)) return resource;
        Assert.Fail($"{operation}: the walk does not know which resource '{field}' names. Say it in Walk/Resources.cs.");
        return "";
    }

    /// <summary>Every resource that some operation names by id.</summary>
    public static IReadOnlyList<string> Named(ApiSurface surface) =>
    [
        .. surface.Operations.SelectMany(operation => operation.InPath.Where(parameter => parameter.Schema.IsId).Select(parameter => OfParameter(operation.Path, parameter.Name))
            .Concat(operation.InQuery.Where(parameter => parameter.Schema.IsId).Select(parameter => OfField(operation, FieldOf(parameter.Name))))
            .Concat(operation.Body is { } body ? IdPlace.In(body).Select(place => OfField(operation, place.Field)) : []))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary><c>ownerId[in]</c> filters by <c>ownerId</c>.</summary>
    public static string FieldOf(string parameter) => parameter.Split('[')[0];
}
