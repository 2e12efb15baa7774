namespace Crm.Web.Parts;

/// <summary>Short messages at the edge of the page: what was done, or what was refused and why.</summary>
public sealed class Toasts(TimeProvider clock)
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(6), ShownForUndo = TimeSpan.FromSeconds(20);
    private readonly List<Toast> _shown = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> All => _shown;

    public void Good(string text) => Add(new Toast { Text = text });

    /// <summary>What can be taken back stays long enough to change one's mind.</summary>
    public void Done(string text, Func<Task> undo) => Add(new Toast { Text = text, Undo = undo });

    /// <summary>A refusal stays until it is closed, so that it can be read.</summary>
    public void Refused(string text, string? more = null) => Add(new Toast { Text = text, More = more, Refused = true });

    public void Close(Toast toast)
    {
        if (_shown.Remove(toast)) Changed?.Invoke();
    }

    private void Add(Toast toast)
    {
        if (_shown.Count == 4) _shown.RemoveAt(0);
        _shown.Add(toast);
        Changed?.Invoke();
        if (!toast.Refused) _ = CloseLater(toast);
    }

    private async Task CloseLater(Toast toast)
    {
        await Task.Delay(toast.Undo is null ? Shown : ShownForUndo, clock);
        Close(toast);
    }
}
