using System.Text.Json.Nodes;
using Crm.Opportunities.Methodologies;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public sealed class BrokenPluginTests : IDisposable
{
    readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("wrong-sdk-range", MethodState.NotSupported, "Made for SDK [9.0.0, 10.0.0); this host has 1.0.0.")]
    [InlineData("missing-entry-type", MethodState.Invalid, "There is no class Crm.Fixtures.NowhereToBeFound in the assembly.")]
    [InlineData("throws-in-describe", MethodState.Malfunctioned, "It threw InvalidOperationException while it was loaded or described itself: I do not know who I am.")]
    [InlineData("two-won-stages", MethodState.Invalid, "Its definition is unsound: stages: A method has exactly 1 stage of class Won; this one has 2.")]
    internal void A_bad_plugin_is_listed_with_its_reason_and_a_good_one_beside_it_works(string id, MethodState state, string reason)
    {
        var catalog = _folder.With(id).WithShipped("project-selling").Open();

        var listing = Assert.Single(catalog.List(), listing => listing.Id == id);
        Assert.Equal((state, reason), (listing.State, listing.Reason));
        Assert.Null(catalog.Find(id, "1.0.0"));
        Assert.Null(catalog.Latest(id));
        Assert.NotNull(catalog.Latest("project-selling"));
    }

    [Fact]
    public void Every_fixture_at_once_leaves_the_good_methods_working()
    {
        foreach (var id in (string[])["wrong-sdk-range", "missing-entry-type", "throws-in-describe", "throws-in-assess", "two-won-stages", "private-dependency"])
            _folder.With(id);
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0").WithShipped("project-selling").WithShipped("relationship-selling").Open();

        Assert.Equal(10, catalog.List().Count);
        Assert.Equal(
            ["private-dependency", "project-selling", "relationship-selling", "side-by-side", "throws-in-assess"],
            catalog.List().Where(listing => listing.State == MethodState.Active).Select(listing => listing.Id));
    }

    [Theory]
    [InlineData("../../../secret.dll")]
    [InlineData("..\\secret.dll")]
    [InlineData("/etc/secret.dll")]
    [InlineData("sub/Crm.Fixtures.SideBySide.dll")]
    [InlineData("C:\\secret.dll")]
    [InlineData("..dll")]
    [InlineData("secret.dll\0.dll")]
    [InlineData(".hidden.dll")]
    [InlineData("secret.so")]
    [InlineData("")]
    public void A_path_in_the_place_of_the_assembly_name_is_refused(string assembly) =>
        AssertInvalid(manifest => manifest["assembly"] = assembly, "a path is refused");

    [Fact]
    public void The_assembly_has_to_be_there() =>
        AssertInvalid(manifest => manifest["assembly"] = "Other.dll", "The assembly Other.dll is not beside plugin.json.");

    [Fact]
    public void The_sdk_cannot_pose_as_a_plugin() =>
        AssertInvalid(manifest => manifest["assembly"] = "Crm.Methodology.Sdk.dll", "The assembly is the SDK itself.");

    [Theory]
    [InlineData("id", "Side-By-Side", "The id is not")]
    [InlineData("id", "../evil", "The id is not")]
    [InlineData("id", "another", "its folder says side-by-side 1.0.0")]
    [InlineData("version", "1.0", "The version is not")]
    [InlineData("version", "01.0.0", "The version is not")]
    [InlineData("version", "1.0.1", "its folder says side-by-side 1.0.0")]
    [InlineData("entryType", "Crm.Fixtures.SideBySideMethod, Crm.Host", "The entry type is not the full name of a class.")]
    [InlineData("entryType", "", "The entry type is not the full name of a class.")]
    [InlineData("entryType", "Crm.Fixtures.FixtureMethod", "does not implement ISalesMethod")]
    [InlineData("sdk", ">= 1.0.0", "The SDK range is not of the form")]
    [InlineData("sdk", "[1.0.0, )", "The SDK range is not of the form")]
    [InlineData("sdk", "[2.0.0, 1.0.0]", "The SDK range is not of the form")]
    public void A_manifest_with_a_wrong_value_is_refused_with_the_reason(string member, string value, string reason) =>
        AssertInvalid(manifest => manifest[member] = value, reason);

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("assembly")]
    [InlineData("entryType")]
    [InlineData("sdk")]
    [InlineData("names")]
    public void A_manifest_that_leaves_something_out_is_refused(string member) =>
        AssertInvalid(manifest => manifest.Remove(member), "plugin.json is not as it should be");

    [Fact]
    public void A_member_that_nobody_knows_is_refused() =>
        AssertInvalid(manifest => manifest["entrypoint"] = "x", "plugin.json is not as it should be");

    [Fact]
    public void Names_in_one_language_are_refused() =>
        AssertInvalid(manifest => manifest["names"] = new JsonObject { ["zh"] = " ", ["en"] = "Fixture" }, "The names are not");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\": 7}")]
    [InlineData("{\"id\": \"side-by-side\", \"id\": \"side-by-side\"}")]
    [InlineData("{\"id\": null, \"version\": null, \"assembly\": null, \"entryType\": null, \"sdk\": null, \"names\": null}")]
    [InlineData("{ not json")]
    public void A_manifest_that_is_no_manifest_is_refused(string text)
    {
        _folder.With("side-by-side").Write("side-by-side", "1.0.0", text);
        Assert.Equal(MethodState.Invalid, Assert.Single(_folder.Open().List()).State);
    }

    [Fact]
    public void A_manifest_beyond_the_size_limit_is_not_read()
    {
        _folder.With("side-by-side").Write("side-by-side", "1.0.0", new string(' ', ManifestCheck.MaxManifestBytes + 1));
        Assert.Equal("plugin.json is larger than 64 KB.", Assert.Single(_folder.Open().List()).Reason);
    }

    [Fact]
    public void A_folder_with_too_many_files_is_refused()
    {
        _folder.With("side-by-side");
        for (var i = 0; i <= ManifestCheck.MaxFiles; i++)
            File.WriteAllText(Path.Combine(_folder.Of("side-by-side", "1.0.0"), $"{i}.txt"), "");
        Assert.Contains("more than 200 files", Assert.Single(_folder.Open().List()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_refused()
    {
        _folder.With("side-by-side");
        var assembly = Path.Combine(_folder.Of("side-by-side", "1.0.0"), "Crm.Fixtures.SideBySide.dll");
        var outside = Path.Combine(_folder.Root, "outside.dll");
        File.Move(assembly, outside);
        File.CreateSymbolicLink(assembly, outside);
        Assert.Contains("a link that leads out of the folder", Assert.Single(_folder.Open().List()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_is_no_assembly_is_refused()
    {
        _folder.With("side-by-side");
        File.WriteAllText(Path.Combine(_folder.Of("side-by-side", "1.0.0"), "Crm.Fixtures.SideBySide.dll"), "MZ and so on");
        var listing = Assert.Single(_folder.Open().List());
        Assert.Equal(MethodState.Invalid, listing.State);
        Assert.StartsWith("Its assembly does not load: BadImageFormatException", listing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_is_not_the_manifests_is_refused()
    {
        _folder.With("side-by-side", "1.0.0", asId: "other", asVersion: "3.0.0").Edit("other", "3.0.0", manifest =>
        {
            manifest["id"] = "other";
            manifest["version"] = "3.0.0";
        });
        Assert.Equal(
            "It describes itself as side-by-side 1.0.0, or not twice the same; its manifest says other 3.0.0.",
            Assert.Single(_folder.Open().List()).Reason);
    }

    [Fact]
    public void A_plugin_that_cannot_be_made_is_marked()
    {
        _folder.With("throws-in-describe").Edit("throws-in-describe", "1.0.0", manifest => manifest["entryType"] = "Crm.Fixtures.ThrowsWhenMadeMethod");
        var listing = Assert.Single(_folder.Open().List());
        Assert.Equal((MethodState.Malfunctioned, "It threw InvalidOperationException while it was loaded or described itself: I cannot be made."), (listing.State, listing.Reason));
    }

    [Fact]
    public void A_plugin_that_hangs_while_it_describes_itself_holds_up_nobody_for_long()
    {
        _folder.With("throws-in-describe").Edit("throws-in-describe", "1.0.0", manifest => manifest["entryType"] = "Crm.Fixtures.HangsInDescribeMethod");
        var listing = Assert.Single(_folder.Open(options => options.LoadTimeoutMs = 300).List());
        Assert.Equal((MethodState.Malfunctioned, "It did not load and describe itself within 300 ms."), (listing.State, listing.Reason));
    }

    [Fact]
    public void No_reason_names_a_path_of_the_machine()
    {
        _folder.With("side-by-side").With("throws-in-describe").With("missing-entry-type").With("wrong-sdk-range");
        File.WriteAllText(Path.Combine(_folder.Of("side-by-side", "1.0.0"), "Crm.Fixtures.SideBySide.dll"), "");
        Assert.All(_folder.Open().List(), listing => Assert.DoesNotContain(_folder.Root, listing.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_without_a_plugins_folder_runs_without_methods()
    {
        var catalog = _folder.Open(options => options.Folder = Path.Combine(_folder.Root, "absent"));
        Assert.Empty(catalog.List());
        Assert.Null(catalog.Latest("project-selling"));
        Assert.Empty(catalog.Rescan().Added);
    }

    [Theory]
    [InlineData("..", "1.0.0")]
    [InlineData("../side-by-side", "1.0.0")]
    [InlineData("side-by-side", "../side-by-side/1.0.0")]
    [InlineData("side-by-side/", "1.0.0")]
    [InlineData("", "")]
    public void A_look_up_by_a_path_finds_nothing(string id, string version) =>
        Assert.Null(_folder.With("side-by-side").Open().Find(id, version));

    void AssertInvalid(Action<JsonObject> change, string reason)
    {
        _folder.With("side-by-side").Edit("side-by-side", "1.0.0", change);
        var catalog = _folder.Open();
        var listing = Assert.Single(catalog.List());
        Assert.Equal(MethodState.Invalid, listing.State);
        Assert.Contains(reason, listing.Reason, StringComparison.Ordinal);
        Assert.Null(catalog.Find("side-by-side", "1.0.0"));
    }
}
