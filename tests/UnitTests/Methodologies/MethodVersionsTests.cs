using System.Reflection;
using System.Runtime.Loader;
using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public sealed class MethodVersionsTests : IDisposable
{
    readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_versions_of_one_plugin_run_side_by_side()
    {
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0").Open();
        var (one, two) = (catalog.Find("side-by-side", "1.0.0")!, catalog.Find("side-by-side", "2.0.0")!);

        Assert.Equal(["Start", "Won", "Lost"], one.Stages.Select(stage => stage.Key));
        Assert.Equal(["Start", "Agree", "Won", "Lost"], two.Stages.Select(stage => stage.Key));
        Assert.True(one.Allows("Start", "Won"));
        Assert.False(two.Allows("Start", "Won"));
        Assert.Equal(1, Assert.Single((await one.Assess(PluginFolder.Question(), TestContext.Current.CancellationToken)).Assessment.Factors).Points);
        Assert.Equal(2, Assert.Single((await two.Assess(PluginFolder.Question(), TestContext.Current.CancellationToken)).Assessment.Factors).Points);
    }

    [Fact]
    public void Both_versions_carry_one_assembly_name_and_share_nothing_but_the_sdk()
    {
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0").Open();
        Assert.Equal(2, catalog.List().Count);

        // A context that nobody holds begins to unload, and loads no dependency from then on.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var contexts = AssemblyLoadContext.All.Where(context => context.Assemblies.Any(assembly => assembly.GetName().Name == "Crm.Fixtures.SideBySide")).ToList();
        Assert.True(contexts.Count >= 2);
        Assert.DoesNotContain(AssemblyLoadContext.Default, contexts);
        Assert.All(contexts, context => Assert.DoesNotContain(context.Assemblies, assembly => assembly.GetName().Name == "Crm.Methodology.Sdk"));
        GC.KeepAlive(catalog);
    }

    [Fact]
    public void New_opportunities_take_the_newest_and_the_other_is_superseded()
    {
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0").Open();
        Assert.Equal("2.0.0", catalog.Latest("side-by-side")!.Version);
        Assert.Equal(
            [("2.0.0", MethodState.Active), ("1.0.0", MethodState.Superseded)],
            catalog.List().Select(listing => (listing.Version, listing.State)));
    }

    [Fact]
    public void A_broken_newer_version_leaves_the_older_one_in_force()
    {
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0")
            .Edit("side-by-side", "2.0.0", manifest => manifest["entryType"] = "Crm.Fixtures.Nothing").Open();
        Assert.Equal("1.0.0", catalog.Latest("side-by-side")!.Version);
        Assert.Equal([MethodState.Invalid, MethodState.Active], catalog.List().Select(listing => listing.State));
    }

    [Fact]
    public void A_private_dependency_comes_in_the_version_of_the_plugin_not_of_the_host()
    {
        var ofThePlugin = _folder.With("private-dependency").Open().Latest("private-dependency")!.Name.En;
        Assert.Equal("12.0.0.0", ofThePlugin);
        Assert.Equal(13, AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("Newtonsoft.Json")).GetName().Version!.Major);
    }

    [Fact]
    public void A_version_dropped_in_while_the_host_runs_is_live_after_a_rescan_and_pinned_opportunities_stay()
    {
        var catalog = _folder.With("side-by-side").Open();
        var pinned = catalog.Latest("side-by-side")!;

        _folder.With("side-by-side", "2.0.0");
        Assert.Equal("1.0.0", catalog.Latest("side-by-side")!.Version);
        var report = catalog.Rescan();

        Assert.Equal("2.0.0", Assert.Single(report.Added).Version);
        Assert.Equal("2.0.0", catalog.Latest("side-by-side")!.Version);
        Assert.Same(pinned, catalog.Find("side-by-side", "1.0.0"));
    }

    [Fact]
    public void A_version_that_another_node_pinned_is_found_without_a_rescan()
    {
        var catalog = _folder.With("side-by-side").Open();
        Assert.Single(catalog.List());
        Assert.Null(catalog.Find("side-by-side", "2.0.0"));

        _folder.With("side-by-side", "2.0.0");
        Assert.Equal("2.0.0", catalog.Find("side-by-side", "2.0.0")!.Version);
    }

    [Fact]
    public void A_repaired_plugin_works_after_a_rescan()
    {
        var catalog = _folder.With("side-by-side").Edit("side-by-side", "1.0.0", manifest => manifest["sdk"] = "[9.0.0, 10.0.0)").Open();
        Assert.Null(catalog.Latest("side-by-side"));

        _folder.Edit("side-by-side", "1.0.0", manifest => manifest["sdk"] = "[1.0.0, 2.0.0)");
        Assert.Equal(MethodState.Active, Assert.Single(catalog.Rescan().Retried).State);
        Assert.NotNull(catalog.Latest("side-by-side"));
    }

    [Fact]
    public void A_version_whose_folder_is_gone_serves_those_pinned_to_it_and_nobody_new()
    {
        var catalog = _folder.With("side-by-side").With("side-by-side", "2.0.0").Open();
        Assert.Equal("2.0.0", catalog.Latest("side-by-side")!.Version);

        Directory.Delete(_folder.Of("side-by-side", "2.0.0"), recursive: true);
        Assert.Equal(MethodState.Retired, Assert.Single(catalog.Rescan().Retired).State);
        Assert.Equal("1.0.0", catalog.Latest("side-by-side")!.Version);
        Assert.Equal(4, catalog.Find("side-by-side", "2.0.0")!.Stages.Count);

        _folder.With("side-by-side", "2.0.0");
        catalog.Rescan();
        Assert.Equal("2.0.0", catalog.Latest("side-by-side")!.Version);
    }

    [Fact]
    public void Files_that_change_under_a_loaded_version_do_not_change_the_version()
    {
        var catalog = _folder.With("side-by-side").Open();
        var loaded = catalog.Find("side-by-side", "1.0.0");

        File.WriteAllText(Path.Combine(_folder.Of("side-by-side", "1.0.0"), "Crm.Fixtures.SideBySide.dll"), "changed");
        catalog.Rescan();
        Assert.Same(loaded, catalog.Find("side-by-side", "1.0.0"));
        Assert.Equal(MethodState.Active, Assert.Single(catalog.List()).State);
    }

    [Fact]
    public void A_folder_that_is_still_being_filled_is_not_looked_at()
    {
        var catalog = _folder.With("side-by-side", asId: ".incoming").Open();
        Assert.Empty(catalog.List());
    }

    [Fact]
    public void Many_threads_that_ask_at_once_load_a_version_once()
    {
        var catalog = _folder.WithShipped("project-selling").Open();
        var found = new MethodVersion?[16];
        Parallel.For(0, found.Length, i => found[i] = catalog.Find("project-selling", "1.0.0"));
        Assert.NotNull(found[0]);
        Assert.All(found, method => Assert.Same(found[0], method));
    }

    [Fact]
    public void A_stage_is_found_whatever_its_capitals_and_answers_its_own_spelling()
    {
        var method = _folder.WithShipped("project-selling").Open().Latest("project-selling")!;
        Assert.Equal("Qualify", method.Stage("qualify")!.Key);
        Assert.True(method.Allows("QUALIFY", "discover"));
        Assert.Null(method.Stage("Elsewhere"));
        Assert.Null(method.Stage(null));
    }

    [Fact]
    [Trait("Promise", "S-19")]
    public void Only_declared_transitions_are_allowed()
    {
        var method = _folder.WithShipped("project-selling").Open().Latest("project-selling")!;
        Assert.Equal(["Discover", "Propose", "Lost"], method.From("Qualify").Select(stage => stage.Key));
        Assert.Equal(["Qualify", "Discover", "Propose", "Negotiate", "Won", "Lost"], method.From("Sign").Select(stage => stage.Key));
        Assert.Empty(method.From("Won"));
        Assert.False(method.Allows("Qualify", "Won"));
        Assert.False(method.Allows("Elsewhere", "Won"));
    }

    [Fact]
    public void A_definition_handed_to_opportunities_cannot_be_changed_by_its_plugin()
    {
        var stages = new List<StageDefinition>(MethodSamples.Sound().Stages);
        var method = MethodVersion.Of(MethodSamples.Sound() with { Stages = stages });
        stages.Clear();
        Assert.NotEmpty(method.Stages);
        Assert.NotNull(method.Won);
    }
}
