using System.Collections.Frozen;
using Crm.Organization.Domain;
using Crm.Platform.Security;
using Xunit;

namespace Crm.UnitTests.Organization;

public sealed class RoleTests
{
    static readonly DepartmentTree.Node Root = new(Guid.CreateVersion7(), null, "Company");
    static readonly DepartmentTree.Node Sales = new(Guid.CreateVersion7(), Root.Id, "Sales");
    static readonly DepartmentTree.Node North = new(Guid.CreateVersion7(), Sales.Id, "North");
    static readonly DepartmentTree Tree = new([Root, Sales, North]);

    [Fact]
    public void A_tenant_starts_with_eleven_roles_and_only_the_administrator_administers()
    {
        Assert.Equal(11, RoleTemplates.All.Select(role => role.Key).Distinct().Count());
        Assert.Equal(["administrator"], RoleTemplates.All.Where(role => Administration.CanAdminister(role.Grants)).Select(role => role.Key));
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Contains(permission, RoleTemplates.All.Single(r => r.Key == "administrator").Grants.Permissions.AsEnumerable()));
    }

    [Fact]
    public void Read_only_writes_nothing() =>
        Assert.All(
            RoleTemplates.All.Single(role => role.Key == "read-only").Grants.Permissions,
            permission => Assert.StartsWith("Read", permission.ToString(), StringComparison.Ordinal));

    [Fact]
    public void Two_roles_together_give_every_right_of_each_and_the_widest_scope()
    {
        var both = Grants.Combine(RoleTemplates.All.Where(role => role.Key is "salesperson" or "finance").Select(role => role.Grants));

        Assert.Contains(Permission.WorkOpportunities, both.Permissions.AsEnumerable());
        Assert.Contains(Permission.ManageRates, both.Permissions.AsEnumerable());
        Assert.Equal(DataScope.All, both.Scopes[Resource.Customers]);
    }

    [Fact]
    public void A_role_reads_back_as_it_was_written()
    {
        foreach (var role in RoleTemplates.All)
        {
            var read = GrantsText.Read(GrantsText.Write(role.Grants.Permissions), GrantsText.Write(role.Grants.Scopes));
            Assert.True(read.Permissions.SetEquals(role.Grants.Permissions));
            Assert.All(role.Grants.Scopes, pair => Assert.Equal(pair.Value, read.Scopes[pair.Key]));
        }
    }

    [Fact]
    public void A_name_of_a_newer_release_is_passed_over() =>
        Assert.Equal([Permission.ReadAudit], GrantsText.Permissions("ReadAudit,FlyToTheMoon").Order());

    [Fact]
    public void Subtree_scope_reaches_what_is_below_and_not_what_is_above()
    {
        var me = Guid.CreateVersion7();
        var rule = Grants.Of([], _ => DataScope.Subtree).Resolve(me, Sales.Id, Tree)[Resource.Customers];

        Assert.True(rule.Sees(Guid.Empty, North.Id));
        Assert.True(rule.Sees(Guid.Empty, Sales.Id));
        Assert.False(rule.Sees(Guid.Empty, Root.Id));
        Assert.True(rule.Sees(me, Root.Id));
    }

    [Fact]
    public void An_api_key_has_no_right_that_its_member_lacks()
    {
        var seller = RoleTemplates.All.Single(role => role.Key == "salesperson").Grants;
        Assert.Equal([Permission.ReadCustomers], seller.LimitedTo(new[] { Permission.ReadCustomers, Permission.ManageRoles }.ToFrozenSet()).Permissions.Order());
    }

    [Fact]
    public void A_department_moves_anywhere_but_under_itself()
    {
        Assert.Equal(MoveVerdict.Cycle, Tree.CanMove(Sales.Id, North.Id));
        Assert.Equal(MoveVerdict.Cycle, Tree.CanMove(Sales.Id, Sales.Id));
        Assert.Equal(MoveVerdict.Root, Tree.CanMove(Root.Id, North.Id));
        Assert.Equal(MoveVerdict.Allowed, Tree.CanMove(North.Id, Root.Id));
        Assert.Equal(MoveVerdict.ParentUnknown, Tree.CanMove(North.Id, Guid.CreateVersion7()));
    }

    [Fact]
    public void A_tree_grows_no_deeper_than_stated()
    {
        var nodes = new List<DepartmentTree.Node> { Root };
        for (var depth = 2; depth <= DepartmentTree.MaxDepth; depth++) nodes.Add(new(Guid.CreateVersion7(), nodes[^1].Id, $"{depth}"));
        var beside = new DepartmentTree.Node(Guid.CreateVersion7(), Root.Id, "Beside");

        Assert.Equal(MoveVerdict.TooDeep, new DepartmentTree([.. nodes, beside]).CanMove(beside.Id, nodes[^1].Id));
    }

    [Fact]
    public void A_used_refresh_token_is_a_reuse_however_old_it_is_and_an_ended_session_stays_ended()
    {
        var now = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(RefreshVerdict.Rotate, RefreshRules.Judge(now, now.AddDays(-13), null, now.AddDays(-30), null, true));
        Assert.Equal(RefreshVerdict.Refuse, RefreshRules.Judge(now, now.AddDays(-15), null, now.AddDays(-30), null, true));
        Assert.Equal(RefreshVerdict.Refuse, RefreshRules.Judge(now, now, null, now.AddDays(-61), null, true));
        Assert.Equal(RefreshVerdict.Refuse, RefreshRules.Judge(now, now, null, now, null, false));
        Assert.Equal(RefreshVerdict.Reused, RefreshRules.Judge(now, now, now, now, null, true));
        Assert.Equal(RefreshVerdict.Refuse, RefreshRules.Judge(now, now, now, now, now, true));
    }
}
