using System.Collections.Frozen;

namespace Crm.Organization.Domain;

/// <summary>The tenant's departments as a tree, made from their rows.</summary>
internal sealed class DepartmentTree
{
    /// <summary>Root included. Deeper trees help nobody and their paths would not fit an index.</summary>
    internal const int MaxDepth = 12;

    static readonly FrozenSet<Guid> Nobody = FrozenSet<Guid>.Empty;

    readonly FrozenDictionary<Guid, Node> _nodes;
    readonly FrozenDictionary<Guid, Guid[]> _children;

    internal DepartmentTree(IEnumerable<Node> departments)
    {
        _nodes = departments.ToFrozenDictionary(node => node.Id);
        _children = _nodes.Values.Where(node => node.ParentId is not null)
            .GroupBy(node => node.ParentId!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(node => node.Name, StringComparer.Ordinal).Select(node => node.Id).ToArray());
    }

    internal IEnumerable<Node> ParentsFirst() =>
        _nodes.Values.Where(node => node.ParentId is null).OrderBy(node => node.Id).SelectMany(root => Below(root.Id)).Select(id => _nodes[id]);

    internal Node? Find(Guid id) => _nodes.GetValueOrDefault(id);

    /// <summary>The department and everything below it.</summary>
    internal FrozenSet<Guid> Subtree(Guid id) => _nodes.ContainsKey(id) ? Below(id).ToFrozenSet() : Nobody;

    internal bool IsWithin(Guid id, Guid ancestor)
    {
        for (Guid? at = id; at is { } here; at = _nodes.GetValueOrDefault(here)?.ParentId)
        {
            if (here == ancestor) return true;
        }
        return false;
    }

    /// <summary>From the root down to the department.</summary>
    internal IReadOnlyList<Node> PathTo(Guid id)
    {
        var path = new List<Node>();
        for (var node = Find(id); node is not null; node = node.ParentId is { } parent ? Find(parent) : null) path.Insert(0, node);
        return path;
    }

    /// <summary>1 for a root.</summary>
    internal int DepthOf(Guid id)
    {
        var depth = 0;
        for (Guid? at = id; at is { } here; at = _nodes.GetValueOrDefault(here)?.ParentId) depth++;
        return depth;
    }

    /// <summary>How many levels the department and what is below it take.</summary>
    internal int HeightOf(Guid id) =>
        1 + (_children.TryGetValue(id, out var children) ? children.Max(HeightOf) : 0);

    internal bool HasChildren(Guid id) => _children.ContainsKey(id);

    internal MoveVerdict CanMove(Guid id, Guid newParent)
    {
        if (!_nodes.TryGetValue(id, out var node)) return MoveVerdict.Unknown;
        if (!_nodes.ContainsKey(newParent)) return MoveVerdict.ParentUnknown;
        if (node.ParentId is null) return MoveVerdict.Root;
        if (IsWithin(newParent, id)) return MoveVerdict.Cycle;
        return DepthOf(newParent) + HeightOf(id) > MaxDepth ? MoveVerdict.TooDeep : MoveVerdict.Allowed;
    }

    /// <summary>Paths list the ids from the root down, so that a subtree is a prefix.</summary>
    internal static string PathOf(string parentPath, Guid id) => $"{parentPath}{id:N}/";

    IEnumerable<Guid> Below(Guid id)
    {
        yield return id;
        if (!_children.TryGetValue(id, out var children)) yield break;
        foreach (var child in children)
        {
            foreach (var below in Below(child)) yield return below;
        }
    }

    internal sealed record Node(Guid Id, Guid? ParentId, string Name);
}
