namespace Crm.Contracts.Organization;

/// <summary>Keys of the roles that every tenant starts with.</summary>
public static class BuiltInRoles
{
    /// <summary>销售人员</summary>
    public const string Salesperson = "salesperson";

    /// <summary>销售经理</summary>
    public const string SalesManager = "sales-manager";

    /// <summary>售前</summary>
    public const string Presales = "presales";

    /// <summary>销售运营</summary>
    public const string SalesOperations = "sales-operations";

    /// <summary>市场</summary>
    public const string Marketing = "marketing";

    /// <summary>财务</summary>
    public const string Finance = "finance";

    /// <summary>服务</summary>
    public const string Service = "service";

    /// <summary>发货</summary>
    public const string Shipping = "shipping";

    /// <summary>计划</summary>
    public const string Planning = "planning";

    /// <summary>管理员</summary>
    public const string Administrator = "administrator";

    /// <summary>只读</summary>
    public const string ReadOnly = "read-only";
}
