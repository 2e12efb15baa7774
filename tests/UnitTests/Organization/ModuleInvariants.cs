using Crm.Organization.Domain;
using FsCheck.Xunit;

namespace Crm.UnitTests.Organization;

/// <summary>However modules are switched, one that is on has everything that it needs.</summary>
public sealed class ModuleInvariants
{
    [Property(MaxTest = 300)]
    public bool Whatever_is_switched_in_whatever_order_a_module_that_is_on_has_what_it_needs(int[] needs, byte[] asked)
    {
        const int Count = 7;
        // A module needs only ones before it, so that there is no circle.
        var rules = new ModuleRules(Enumerable.Range(0, Count).Select(i => new ModuleRules.Node(
            $"m{i}", i > 0, [.. Enumerable.Range(0, i).Where(j => needs.Length > 0 && ((needs[(i * 7 + j) % needs.Length] >> (j % 8)) & 1) == 1).Select(j => $"m{j}")])));
        var off = new HashSet<string>();
        foreach (var ask in asked)
        {
            var (name, on) = ($"m{ask % Count}", ask >= 128);
            if (on == !off.Contains(name)) continue;
            if (on && rules.InTheWayOfOn(name, off).Count == 0) off.Remove(name);
            if (!on && rules.Find(name)!.CanBeOff && rules.InTheWayOfOff(name, off).Count == 0) off.Add(name);
            if (!rules.Holds(off) || off.Contains("m0")) return false;
        }
        return true;
    }

    [Property(MaxTest = 200)]
    public bool What_stands_in_the_way_is_exactly_what_would_break_the_rule(int[] needs, byte which)
    {
        const int Count = 6;
        var rules = new ModuleRules(Enumerable.Range(0, Count).Select(i => new ModuleRules.Node(
            $"m{i}", true, [.. Enumerable.Range(0, i).Where(j => needs.Length > 0 && ((needs[(i + j) % needs.Length] >> j) & 1) == 1).Select(j => $"m{j}")])));
        var name = $"m{which % Count}";
        return rules.Holds(new HashSet<string> { name }) == (rules.InTheWayOfOff(name, new HashSet<string>()).Count == 0);
    }
}
