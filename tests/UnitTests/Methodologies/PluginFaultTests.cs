using Crm.Opportunities.Methodologies;
using Xunit;

namespace Crm.UnitTests.Methodologies;

public sealed class PluginFaultTests : IDisposable
{
    readonly PluginFolder _folder = new();
    readonly MethodCatalog _catalog;
    readonly MethodVersion _method;

    public PluginFaultTests()
    {
        _catalog = _folder.With("throws-in-assess").Open();
        _method = _catalog.Latest("throws-in-assess")!;
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("throws", "It threw InvalidOperationException: I do not like this customer.")]
    [InlineData("times out by itself", "It threw TimeoutException: Mine, not yours.")]
    [InlineData("answers nothing", "It answered nothing, or a list of its answer is missing.")]
    [InlineData("leaves a list out", "It answered nothing, or a list of its answer is missing.")]
    [InlineData("answers too much", "A list of its answer holds more than 500 entries.")]
    [InlineData("names no stage of its own", "The finding 'gone' names an unknown stage.")]
    [InlineData("has no words", "The finding 'mute' has no text in both languages, or too long a one.")]
    [InlineData("advances into won", "It advances to a stage that is unknown, closed, or not reached by a declared transition.")]
    public async Task A_fault_is_counted_and_the_definition_answers_instead(string type, string fault)
    {
        var result = await _method.Assess(PluginFolder.Question(type: type, toStage: "Won"), Ct);

        Assert.Equal((fault, false), (result.Fault, result.IsByPlugin));
        Assert.True(result.Assessment.AllowsMove);
        var listing = Assert.Single(_catalog.List());
        Assert.Equal((1, fault), (listing.Tally.Faults, listing.Tally.LastFault));
        Assert.Equal(MethodState.Active, listing.State);
    }

    [Fact]
    public async Task Faults_in_a_row_mark_the_plugin_and_its_stages_go_on_working()
    {
        for (var i = 0; i < 3; i++)
            await _method.Assess(PluginFolder.Question(type: "throws"), Ct);

        var listing = Assert.Single(_catalog.List());
        Assert.Equal(MethodState.Malfunctioned, listing.State);
        Assert.StartsWith("3 faults in a row", listing.Reason, StringComparison.Ordinal);
        Assert.Same(_method, _catalog.Find("throws-in-assess", "1.0.0"));
        Assert.Same(_method, _catalog.Latest("throws-in-assess"));
        Assert.True(_method.Allows("Start", "Won"));

        var afterwards = await _method.Assess(PluginFolder.Question(), Ct);
        Assert.False(afterwards.IsByPlugin);
        Assert.Equal(3, Assert.Single(_catalog.List()).Tally.Faults);
    }

    [Fact]
    public async Task A_good_answer_between_faults_keeps_the_plugin_in_use()
    {
        foreach (var type in (string?[])["throws", "throws", null, "throws", "throws"])
            await _method.Assess(PluginFolder.Question(type: type), Ct);
        Assert.Equal(MethodState.Active, Assert.Single(_catalog.List()).State);
    }

    [Fact]
    public async Task A_plugin_that_hangs_is_cut_off_and_asked_no_more()
    {
        var result = await _method.Assess(PluginFolder.Question(type: "hangs"), Ct);

        Assert.Equal("It did not answer within 200 ms.", result.Fault);
        Assert.Equal(MethodState.Malfunctioned, Assert.Single(_catalog.List()).State);
        Assert.Equal("It did not answer within 200 ms.", (await _method.Assess(PluginFolder.Question(type: "hangs"), Ct)).Fault);
        Assert.Equal(1, Assert.Single(_catalog.List()).Tally.Faults);
    }

    [Fact]
    public async Task A_rescan_asks_a_marked_plugin_again()
    {
        await _method.Assess(PluginFolder.Question(type: "hangs"), Ct);
        Assert.Equal(MethodState.Active, Assert.Single(_catalog.Rescan().Retried).State);
        Assert.True((await _method.Assess(PluginFolder.Question(), Ct)).IsByPlugin);
    }

    [Fact]
    public async Task What_a_plugin_says_blocks()
    {
        var result = await _method.Assess(PluginFolder.Question(type: "blocks", toStage: "Won"), Ct);
        Assert.False(result.Assessment.AllowsMove);
        Assert.True(result.IsByPlugin);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_not_held_against_the_plugin()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _method.Assess(PluginFolder.Question(type: "hangs"), gone.Token));
        Assert.Equal((0, MethodState.Active), (Assert.Single(_catalog.List()).Tally.Faults, Assert.Single(_catalog.List()).State));
    }

    [Fact]
    public async Task Answers_are_counted_and_timed()
    {
        for (var i = 0; i < 10; i++)
            Assert.True((await _method.Assess(PluginFolder.Question(), Ct)).IsByPlugin);
        var tally = Assert.Single(_catalog.List()).Tally;
        Assert.Equal((10, 0), (tally.Answers, tally.Faults));
        Assert.InRange(tally.Longest, tally.Total / 10, tally.Total);
    }
}
