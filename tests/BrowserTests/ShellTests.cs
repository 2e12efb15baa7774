using System.Text.RegularExpressions;
using Crm.BrowserTests.Fixtures;
using Xunit;

namespace Crm.BrowserTests;

public sealed partial class ShellTests
{
    /// <summary>
    /// A build fills such holes in and a publish through the host does not: the app would work here and be a blank page for whoever
    /// installs it. The names without a fingerprint are served too and lead to files that have one.
    /// </summary>
    [Fact]
    public async Task The_shell_has_no_hole_that_only_a_build_of_the_app_alone_fills()
    {
        var shell = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src", "Web", "wwwroot", "index.html"), TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(Hole(), shell);
    }

    /// <summary>The policy of the host lets no script run that stands in a page.</summary>
    [Fact]
    public async Task No_script_stands_in_the_shell_itself()
    {
        var shell = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src", "Web", "wwwroot", "index.html"), TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(InlineScript(), shell);
    }

    [GeneratedRegex(@"#\[|importmap|id=""webassembly""")]
    private static partial Regex Hole();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineScript();
}
