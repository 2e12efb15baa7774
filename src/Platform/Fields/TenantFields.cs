namespace Crm.Platform.Fields;

/// <summary>Every field and pick list of a tenant as of one serial. Never changed: another serial is another object.</summary>
public sealed class TenantFields
{
    static readonly IReadOnlyList<FieldDefinition> NoFields = [];

    readonly Dictionary<string, IReadOnlyList<FieldDefinition>> _byResource;
    readonly Dictionary<string, ChoiceList> _lists;

    internal TenantFields(long serial, IEnumerable<FieldDefinition> fields, IEnumerable<ChoiceList> lists)
    {
        Serial = serial;
        _byResource = fields.GroupBy(field => field.Resource, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (IReadOnlyList<FieldDefinition>)[.. group], StringComparer.Ordinal);
        _lists = lists.ToDictionary(list => list.Key, StringComparer.Ordinal);
    }

    internal long Serial { get; }

    /// <summary>The resource's fields in their order, retired ones among them.</summary>
    public IReadOnlyList<FieldDefinition> Of(string resource) => _byResource.GetValueOrDefault(resource, NoFields);

    /// <summary>The list of that key; null when there is none.</summary>
    public ChoiceList? List(string key) => _lists.GetValueOrDefault(key);

    /// <param name="resource">The resource.</param>
    /// <param name="roles">Keys of the asker's roles; null for the system itself, which sees all.</param>
    public CallerFields For(string resource, IReadOnlyCollection<string>? roles) => new(resource, Of(resource), roles, this);
}
