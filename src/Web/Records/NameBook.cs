using Crm.Web.Deals;
using Crm.Web.Parts;
using Crm.Web.Text;

namespace Crm.Web.Records;

/// <summary>
/// Names for the ids that records carry. Members, departments and stages are few and read once per language; customers and
/// products are asked for as pages meet them and remembered. A name that may not be seen stays null.
/// </summary>
internal sealed class NameBook(Client.CrmClient client, Sessions.Session session)
{
    private const int MostPages = 10, PageSize = 200, Offered = 20;
    private readonly Dictionary<Guid, Choice> _members = [], _departments = [];
    private readonly Dictionary<Guid, Choice?> _customers = [], _products = [];
    private IReadOnlyList<Stage> _stages = [];
    private Language? _language;
    private Guid? _reader;

    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>Reads what is needed on every page, unless it is at hand in this language for this reader.</summary>
    public async Task Ready(Language language, CancellationToken ct)
    {
        if (_language == language && _reader == session.Me?.Id) return;
        if (_reader != session.Me?.Id)
        {
            _members.Clear();
            _departments.Clear();
            _customers.Clear();
            _products.Clear();
        }

        var stages = ReadStages(ct);
        if (_members.Count == 0 && session.May("ReadOrganization")) await Task.WhenAll(ReadMembers(ct), ReadDepartments(ct));
        _stages = await stages;
        _language = language;
        _reader = session.Me?.Id;
    }

    /// <summary>Reads members and departments anew when next needed: somebody here has changed them.</summary>
    public void Forget() => _reader = null;

    public Choice? Member(Guid? id) => id is { } key ? _members.GetValueOrDefault(key) : null;

    public Choice? Department(Guid? id) => id is { } key ? _departments.GetValueOrDefault(key) : null;

    public Choice? Product(Guid? id) => id is { } key ? _products.GetValueOrDefault(key) : null;

    public Choice? Customer(Guid? id) => id is { } key ? _customers.GetValueOrDefault(key) : null;

    public string? StageName(string methodId, string key) =>
        (_stages.FirstOrDefault(s => s.MethodId == methodId && s.Key == key) ?? _stages.FirstOrDefault(s => s.Key == key))?.Name;

    public IReadOnlyList<Stage> StagesOf(string methodId) => [.. _stages.Where(s => s.MethodId == methodId)];

    /// <summary>The methods that have open stages, in the funnel's order.</summary>
    public IReadOnlyList<string> Methods => [.. _stages.Select(s => s.MethodId).Distinct()];

    public Task<IReadOnlyList<Choice>> FindMembers(string text, CancellationToken ct) => Among(_members, text);

    public Task<IReadOnlyList<Choice>> FindDepartments(string text, CancellationToken ct) => Among(_departments, text);

    public async Task<IReadOnlyList<Choice>> FindCustomers(string text, CancellationToken ct)
    {
        var page = await client.ListCustomersAsync(q: text.Length == 0 ? null : text, limit: Offered, cancellationToken: ct);
        return Remember(_customers, page.Items.Select(c => new Choice(c.Id.ToString(), c.Name)));
    }

    public async Task<IReadOnlyList<Choice>> FindProducts(string text, CancellationToken ct)
    {
        var page = await client.ListProductsAsync(q: text.Length == 0 ? null : text, limit: Offered, cancellationToken: ct);
        return Remember(_products, page.Items.Select(p => new Choice(p.Id.ToString(), p.Name, p.Code)));
    }

    /// <summary>Reads the customers of a page that are not known yet, all in one call.</summary>
    public async Task KnowCustomers(IEnumerable<Guid> ids, CancellationToken ct)
    {
        foreach (var some in ids.Where(id => !_customers.ContainsKey(id)).Distinct().Chunk(100).ToList())
        {
            var page = await client.ListCustomersAsync(idIn: string.Join(',', some), limit: some.Length, cancellationToken: ct);
            foreach (var id in some) _customers[id] = null;
            Remember(_customers, page.Items.Select(c => new Choice(c.Id.ToString(), c.Name)));
        }
    }

    public async Task KnowProducts(IEnumerable<Guid> ids, CancellationToken ct)
    {
        foreach (var some in ids.Where(id => !_products.ContainsKey(id)).Distinct().Chunk(100).ToList())
        {
            var page = await client.ListProductsAsync(idIn: string.Join(',', some), limit: some.Length, cancellationToken: ct);
            foreach (var id in some) _products[id] = null;
            Remember(_products, page.Items.Select(p => new Choice(p.Id.ToString(), p.Name, p.Code)));
        }
    }

    private async Task<IReadOnlyList<Stage>> ReadStages(CancellationToken ct)
    {
        if (!session.May("ReadFunnel")) return [];
        var funnel = await client.GetFunnelAsync(cancellationToken: ct);
        return [.. funnel.Stages.Select(s => new Stage(s.MethodId ?? "", s.Key, s.Name, s.Band.ToString()))];
    }

    private async Task ReadMembers(CancellationToken ct)
    {
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var members = await client.ListMembersAsync(limit: PageSize, cursor: cursor, cancellationToken: ct);
            foreach (var member in members.Items) _members[member.Id] = new Choice(member.Id.ToString(), member.DisplayName, member.UserName);
            if ((cursor = members.NextCursor) is null) return;
        }
    }

    private async Task ReadDepartments(CancellationToken ct)
    {
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var departments = await client.ListDepartmentsAsync(limit: PageSize, cursor: cursor, cancellationToken: ct);
            foreach (var department in departments.Items) _departments[department.Id] = new Choice(department.Id.ToString(), department.Name);
            if ((cursor = departments.NextCursor) is null) return;
        }
    }

    private static Task<IReadOnlyList<Choice>> Among(Dictionary<Guid, Choice> book, string text) => Task.FromResult<IReadOnlyList<Choice>>(
        [.. book.Values.Where(c => text.Length == 0 || (c.Name + " " + c.Note).Contains(text, StringComparison.OrdinalIgnoreCase)).OrderBy(c => c.Name, StringComparer.CurrentCulture).Take(Offered)]);

    private static IReadOnlyList<Choice> Remember(Dictionary<Guid, Choice?> book, IEnumerable<Choice> found)
    {
        var all = found.ToList();
        foreach (var choice in all) book[Guid.Parse(choice.Id)] = choice;
        return all;
    }
}
