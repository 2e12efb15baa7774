using System.Collections.Frozen;
using Crm.Contracts.Organization;
using Crm.Organization.Domain;
using Crm.Platform.Security;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Organization;

/// <summary>What must hold for whatever rights people have and ask for.</summary>
public sealed class AdministrationInvariants
{
    [Property]
    public bool A_key_never_has_a_right_or_a_sight_that_its_maker_lacks(Permission[] makers, DataScope[] makerSees, Permission[] members, DataScope[] memberSees, Permission[]? named)
    {
        var (maker, key) = (Of(makers, makerSees), KeyGrants.Of(Of(members, memberSees), named?.ToHashSet()));
        return KeyGrants.MayMake(maker, key) == (key.Permissions.IsSubsetOf(maker.Permissions)
            && Grants.AllResources.All(resource => key.Scopes[resource] <= maker.Scopes[resource]));
    }

    [Property]
    public bool A_key_has_what_was_named_and_its_member_has_and_nothing_else(Permission[] members, DataScope[] sees, Permission[]? named)
    {
        var member = Of(members, sees);
        var key = KeyGrants.Of(member, named?.ToHashSet());
        return key.Permissions.SetEquals(named is null ? members : members.Intersect(named)) && key.Scopes == member.Scopes;
    }

    [Property]
    public bool Who_is_no_administrator_writes_no_role_that_would_make_them_mightier(Permission[] writers, DataScope[] writerSees, Permission[] roles, DataScope[] roleSees)
    {
        var (writer, role) = (Of(writers, writerSees), Of(roles, roleSees));
        if (Administration.CanAdminister(writer)) return Administration.MayWriteRole(writer, role);
        var both = Grants.Combine([writer, role]);
        var gains = !both.Permissions.SetEquals(writer.Permissions) || Grants.AllResources.Any(resource => both.Scopes[resource] != writer.Scopes[resource]);
        return Administration.MayWriteRole(writer, role) == !gains;
    }

    [Property]
    public bool However_the_administrators_role_is_changed_it_still_administers(Permission[] permissions, DataScope[] sees, string anyOtherKey)
    {
        var changed = Of(permissions, sees);
        return Administration.KeepsItsPurpose(BuiltInRoles.Administrator, changed) == Administration.CanAdminister(changed)
            && (anyOtherKey == BuiltInRoles.Administrator || Administration.KeepsItsPurpose(anyOtherKey, changed));
    }

    [Property]
    public bool Grants_read_back_as_they_were_written(Permission[] permissions, DataScope[] sees)
    {
        var grants = Of(permissions, sees);
        var read = GrantsText.Read(GrantsText.Write(grants.Permissions), GrantsText.Write(grants.Scopes));
        return read.Permissions.SetEquals(grants.Permissions) && Grants.AllResources.All(resource => read.Scopes[resource] == grants.Scopes[resource]);
    }

    [Fact]
    public void A_key_whose_named_rights_no_release_knows_has_none() =>
        Assert.Empty(KeyGrants.Of(Of([Permission.ReadCustomers], []), FrozenSet<Permission>.Empty).Permissions);

    static Grants Of(Permission[] permissions, DataScope[] sees) =>
        Grants.Of(permissions, resource => sees.Length == 0 ? DataScope.None : sees[(int)resource % sees.Length]);
}
