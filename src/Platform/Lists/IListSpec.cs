namespace Crm.Platform.Lists;

/// <summary>What the API document needs to know of a list; put on the endpoint by <c>.Lists(spec)</c>.</summary>
public interface IListSpec
{
    IEnumerable<ListParameter> Parameters { get; }
}
