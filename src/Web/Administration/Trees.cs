namespace Crm.Web.Administration;

/// <summary>The department tree as pages show it: read whole, since a tree in pages is no tree.</summary>
internal static class Trees
{
    private const int MostPages = 25, PageSize = 200;

    public static async Task<IReadOnlyList<Client.Department>> Read(Client.CrmClient client, bool archived, CancellationToken ct)
    {
        var all = new List<Client.Department>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = await client.ListDepartmentsAsync(limit: PageSize, cursor: cursor, archived: archived, cancellationToken: ct);
            all.AddRange(found.Items);
            if ((cursor = found.NextCursor) is null) break;
        }

        return all;
    }

    /// <summary>Parents before children, siblings by name; below a folded department nothing.</summary>
    public static IEnumerable<Client.Department> Ordered(IReadOnlyList<Client.Department> all, IReadOnlySet<Guid> folded)
    {
        var children = all.ToLookup(department => department.ParentId);
        return Below(null);

        IEnumerable<Client.Department> Below(Guid? parent)
        {
            foreach (var department in children[parent].OrderBy(d => d.Name, StringComparer.CurrentCulture))
            {
                yield return department;
                if (folded.Contains(department.Id)) continue;
                foreach (var below in Below(department.Id)) yield return below;
            }
        }
    }

    /// <summary>The department and all below it: where it cannot be moved.</summary>
    public static IReadOnlySet<Guid> Within(IReadOnlyList<Client.Department> all, Guid top)
    {
        var children = all.ToLookup(department => department.ParentId, department => department.Id);
        var within = new HashSet<Guid>();
        var next = new Stack<Guid>([top]);
        while (next.TryPop(out var id))
        {
            if (!within.Add(id)) continue;
            foreach (var child in children[id]) next.Push(child);
        }

        return within;
    }
}
