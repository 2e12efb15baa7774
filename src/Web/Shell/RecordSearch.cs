using Crm.Client;
using Crm.Web.Records;
using Crm.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Crm.Web.Shell;

/// <summary>Records for the command palette, as the server finds and ranks them.</summary>
internal sealed class RecordSearch(CrmClient client, NameBook names, NavigationManager navigation)
{
    private const int Most = 6;

    /// <summary>One letter says enough only where a letter is a word.</summary>
    public static bool IsEnough(string text) => text.Length > 1 || (text.Length == 1 && text[0] > '\u2e7f');

    public async Task<IReadOnlyList<PaletteEntry>> Find(string text, Texts texts, CancellationToken ct)
    {
        var groups = (await client.SearchAsync(text, limit: Most, cancellationToken: ct)).Groups;
        // A deal is told from others of its name by its customer, whose name the reader may see or not.
        await names.KnowCustomers(groups.Where(group => group.Kind == "Opportunity").SelectMany(group => group.Hits).Select(hit => hit.CustomerId).OfType<Guid>(), ct);
        return [.. groups.Where(group => Places.ContainsKey(group.Kind)).SelectMany(group => group.Hits.Select(hit => Entry(group.Kind, hit, texts)))];
    }

    // A kind that no page shows yet is not offered.
    private static readonly Dictionary<string, (string Icon, Func<Texts, string> Group, Func<SearchHit, string> Address)> Places = new(StringComparer.Ordinal)
    {
        ["Customer"] = ("customers", t => t.Customers, hit => $"customers/{hit.Id}"),
        ["Contact"] = ("person", t => t.Contacts, hit => $"customers/{hit.CustomerId}"),
        ["Opportunity"] = ("list", t => t.Opportunities, hit => $"opportunities/{hit.Id}"),
        ["Product"] = ("products", t => t.Products, hit => $"products?q={Uri.EscapeDataString(hit.Subtitle ?? hit.Title)}"),
    };

    private PaletteEntry Entry(string kind, SearchHit hit, Texts texts)
    {
        var (icon, group, address) = Places[kind];
        var marks = hit.Highlights.Select(range => (range.Start, range.Length)).ToList();
        var isTitle = hit.Text == hit.Title;
        var note = isTitle ? hit.Subtitle ?? (kind == "Opportunity" ? names.Customer(hit.CustomerId)?.Name : null) : hit.Text;
        return new PaletteEntry(group(texts), icon, hit.Title, note, () => navigation.NavigateTo(address(hit)))
        {
            NameMarks = isTitle ? marks : [],
            NoteMarks = isTitle ? [] : marks,
        };
    }
}
