using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Crm.BrowserTests.Fixtures;

/// <summary>What axe finds wrong with a page by WCAG 2.2 AA and good practice.</summary>
static class Accessibility
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Take(12).Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}: {node.Html}"))];
    }
}
