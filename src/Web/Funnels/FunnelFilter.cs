namespace Crm.Web.Funnels;

/// <summary>Whose and which opportunities the funnel shows.</summary>
public sealed record FunnelFilter(bool ByBand, Guid? OwnerId, Guid? DepartmentId, Guid? ProductId)
{
    public bool Narrows => OwnerId is not null || DepartmentId is not null || ProductId is not null;

    /// <summary>The same as a query string, for the event stream.</summary>
    public string Query => "groupBy=" + (ByBand ? "band" : "stage") + Part("ownerId", OwnerId) + Part("departmentId", DepartmentId) + Part("productId", ProductId);

    private static string Part(string name, Guid? value) => value is { } id ? $"&{name}={id}" : "";
}
