using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Crm.BrowserTests.Fixtures;

/// <summary>The words that a page shows and speaks, without those that are records' own.</summary>
static partial class Words
{
    /// <summary>Latin letters that Chinese pages rightly show: keys, formats, currencies, and how the other language calls itself.</summary>
    static readonly HashSet<string> AtHome = new(StringComparer.OrdinalIgnoreCase)
    {
        "demo", "CRM", "CSV", "UTF", "GBK", "MB", "SDK", "EN", "English", "Switch", "to", "Ctrl", "Enter", "Esc", "ISO", "CNY", "USD", "EUR", "US", "JP", "HK", "AI", "IT", "ID", "http", "https", "API", "Asia", "Shanghai",
    };

    /// <summary>Words that stand in the wrong language or are no words for people at all.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page, Look look, IEnumerable<string> records)
    {
        var said = await page.EvaluateAsync<string[]>("""
            () => {
              const said = [document.title];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const inside = walk.currentNode.parentElement;
                if (inside && !inside.closest('script, style, [lang]:not(html), #blazor-error-ui')) said.push(walk.currentNode.textContent);
              }
              for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt], [label]')) {
                if (element.closest('[lang]:not(html)')) continue;
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label']) if (element.hasAttribute(name)) said.push(element.getAttribute(name));
              }
              return said.map(s => s.trim()).filter(s => s.length > 0);
            }
            """);
        var own = records.OrderByDescending(name => name.Length).ToList();
        return [.. said.Distinct().Where(words => IsWrong(own.Aggregate(words, (rest, name) => rest.Replace(name, " ", StringComparison.OrdinalIgnoreCase)), look)).Select(words => $"“{words}”")];
    }

    static bool IsWrong(string words, Look look) =>
        Key().IsMatch(words) || words.Contains("未知", StringComparison.Ordinal) || words.Contains("Unknown", StringComparison.Ordinal)
        || (look.IsChinese ? Latin().Matches(words).Any(word => !AtHome.Contains(word.Value)) : Han().IsMatch(words));

    // A name from the code: two words run together, words joined by dots, or a hole that was not filled.
    [GeneratedRegex(@"\b[a-z]+[a-z0-9]*[A-Z]\w*\b|\b[a-z]+\.[a-z]+\.?[a-z]*\b(?<!\.com|\.cn)|\{\d*\}|\bundefined\b|\bnull\b|\bNaN\b")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]")]
    private static partial Regex Han();
}
