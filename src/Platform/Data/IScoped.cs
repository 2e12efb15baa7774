namespace Crm.Platform.Data;

/// <summary>A row that data scope applies to: it belongs to a member and to the department it counts for.</summary>
public interface IScoped
{
    Guid OwnerId { get; }

    Guid DepartmentId { get; }
}
