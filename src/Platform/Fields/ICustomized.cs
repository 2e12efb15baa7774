namespace Crm.Platform.Fields;

/// <summary>A row that custom fields can be defined for. Both columns are JSON, <c>{"key": value}</c>; null when there is none.</summary>
public interface ICustomized
{
    string? Custom { get; }

    /// <summary>Values of fields that name a person, apart so that history and audit never hold them.</summary>
    string? CustomPersonal { get; }
}
