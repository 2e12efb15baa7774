using Crm.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Crm.Web.Shell;

/// <summary>Records for the command palette, as the server finds them.</summary>
internal sealed class RecordSearch(Client.CrmClient client, NavigationManager navigation)
{
    public Task<IReadOnlyList<PaletteEntry>> Find(string text, Texts texts, CancellationToken ct) { _ = client; _ = navigation; return Task.FromResult<IReadOnlyList<PaletteEntry>>([]); }
}
