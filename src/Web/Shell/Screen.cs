using Crm.Web.Parts;
using Crm.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Crm.Web.Shell;

/// <summary>A page: its words, what went wrong in it, and the end of its work when the reader leaves.</summary>
public abstract class Screen : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    protected Screen() => Left = _left.Token;

    [CascadingParameter] public required Texts T { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Ends when the reader leaves. Kept apart from its source: what is taken back later finds it ended, not gone.</summary>
    protected CancellationToken Left { get; }

    protected Trouble? Trouble { get; set; }

    protected bool Working { get; private set; }

    /// <summary>Runs a call and keeps its refusal as <see cref="Trouble"/>. False when it was refused or the reader has left.</summary>
    protected async Task<bool> Try(Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Working = true;
        try
        {
            await work(Left);
            Trouble = null;
            return !Left.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e) when (Trouble.Read(e) is { } trouble)
        {
            Trouble = trouble;
            return false;
        }
        finally
        {
            Working = false;
        }
    }

    /// <summary>Puts a changed filter into the address, so that it can be sent and the back button undoes it.</summary>
    protected void Show(params (string Name, string? Value)[] changes)
    {
        var parameters = changes.ToDictionary(c => c.Name, c => (object?)(string.IsNullOrEmpty(c.Value) ? null : c.Value));
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parameters));
    }

    /// <summary>As <see cref="Show"/>, but the back button does not stop here.</summary>
    protected void Replace(params (string Name, string? Value)[] changes) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(changes.ToDictionary(c => c.Name, c => (object?)c.Value)), replace: true);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _left.Cancel();
        _left.Dispose();
    }
}
