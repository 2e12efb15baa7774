using System.Text.Json;

namespace Crm.Web.Activities;

/// <summary>How many notifications are unread, as the stream tells it.</summary>
internal sealed class InboxState
{
    public event Action? Changed;

    public int Unread { get; private set; }

    public bool IsCapped { get; private set; }

    /// <summary>Takes an event of the topic <c>notifications</c>.</summary>
    public void Hear(string data)
    {
        using var document = JsonDocument.Parse(data);
        Take(document.RootElement.GetProperty("count").GetInt32(), document.RootElement.GetProperty("isCapped").GetBoolean());
    }

    public void Take(int unread, bool isCapped)
    {
        if ((Unread, IsCapped) == (unread, isCapped)) return;
        (Unread, IsCapped) = (unread, isCapped);
        Changed?.Invoke();
    }
}
