using NJsonSchema.Generation;

namespace Crm.Host.OpenApi;

/// <summary>
/// Names as a client's reader wants them: <c>AdvanceStage.Request</c> is <c>AdvanceStageRequest</c>, <c>Page&lt;CustomerView&gt;</c> is
/// <c>CustomerPage</c>, and a view loses its ending.
/// </summary>
sealed class SchemaNames : ISchemaNameGenerator
{
    public string Generate(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var own = type.Name.Split('`')[0];
        if (type.IsGenericType)
            return string.Concat(type.GetGenericArguments().Select(Generate)) + own;
        if (own.EndsWith("View", StringComparison.Ordinal) && own.Length > "View".Length)
            own = own[..^"View".Length];
        return type.DeclaringType is { } outer && own is "Request" or "Body" or "Answer" or "Item" or "Row" or "Response" or "Changes"
            ? type.DeclaringType!.Name.Split('`')[0] + own : own;
    }
}
