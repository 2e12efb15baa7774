namespace Crm.Platform.Data;

/// <summary>A row that lists can page over: its id breaks ties of the sort key.</summary>
public interface IHasId
{
    Guid Id { get; }
}
