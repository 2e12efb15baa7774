namespace Crm.Web.Text;

/// <summary>Words that the API sends in both languages.</summary>
public sealed partial class Texts
{
    internal string Either(Client.Words words) => Say(words.Zh, words.En);
}
