using Crm.Web.Text;

namespace Crm.Web.Fields;

/// <summary>
/// The fields that the tenant added to each resource and the choices of built-in ones, as the reader may see them. Read when a page opens
/// and remembered for a minute, so that forms and lists open at once.
/// </summary>
internal sealed class FieldBook(Client.CrmClient client, Sessions.Session session, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, (Client.ResourceFields Fields, Language Language, Guid? Reader, long ReadAt)> _known = [];

    public async Task<Client.ResourceFields> Read(string resource, Language language, CancellationToken ct)
    {
        if (_known.TryGetValue(resource, out var known) && known.Language == language && known.Reader == session.Me?.Id && clock.GetElapsedTime(known.ReadAt) < Fresh) return known.Fields;
        var fields = resource switch
        {
            "customers" => await client.DescribeCustomerFieldsAsync(ct),
            "contacts" => await client.DescribeContactFieldsAsync(ct),
            "opportunities" => await client.DescribeOpportunityFieldsAsync(ct),
            "products" => await client.DescribeProductFieldsAsync(ct),
            _ => throw new ArgumentOutOfRangeException(nameof(resource), resource, "Has no fields."),
        };
        _known[resource] = (fields, language, session.Me?.Id, clock.GetTimestamp());
        return fields;
    }

    /// <summary>What was read last, for pages that were given it before.</summary>
    public Client.ResourceFields? Known(string resource) => _known.TryGetValue(resource, out var known) ? known.Fields : null;

    /// <summary>What a value of a built-in choice is called; the value itself when it is a word of somebody's own.</summary>
    public string? Choice(string resource, string member, string? value) =>
        value is null ? null : Known(resource)?.Choices.FirstOrDefault(choice => choice.Field == member)?.Values.FirstOrDefault(known => known.Key == value)?.Label ?? value;

    /// <summary>After a change of the definitions.</summary>
    public void Forget() => _known.Clear();
}
