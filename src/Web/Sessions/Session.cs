using Crm.Web.Text;
using Microsoft.JSInterop;

namespace Crm.Web.Sessions;

/// <summary>
/// Who is signed in. Tokens lie in the store that all tabs share; a refresh token works once, so only one tab at a time may
/// trade it in and the others take what it got.
/// </summary>
internal sealed class Session(BrowserStore store, SignInApi api, Lazy<Client.CrmClient> client, Preferences preferences, IJSRuntime js, TimeProvider clock)
{
    private const string Key = "crm.tokens", Lock = "crm.refresh";
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    public event Action? Changed;

    public Me? Me { get; private set; }

    public TimeZoneInfo Zone => Me?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>Today by the company's calendar.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    public bool May(string right) => Me?.May(right) == true;

    public bool IsSignedIn => store.Read(Key) is { Length: > 0 };

    public async Task SignIn(string tenant, string userName, string password, CancellationToken ct) =>
        Keep(await api.SignIn(tenant, userName, password, ct));

    public void Keep(Tokens tokens) => store.Write(Key, tokens, TokensJson.Default.Tokens);

    public async Task LoadMe()
    {
        if (Me is not null) return;
        Me = Me.Of(await client.Value.GetMeAsync());
        if (!preferences.ChosenByHand && Languages.Parse(Me.Language) is { } language) preferences.Show(language);
        Changed?.Invoke();
    }

    /// <summary>Reads again who this is and what they may do: something of it was changed here.</summary>
    public async Task ReloadMe()
    {
        Me = Me.Of(await client.Value.GetMeAsync());
        Changed?.Invoke();
    }

    /// <summary>An access token that is good for a while yet; null when nobody is signed in any more.</summary>
    /// <param name="refused">A token the server just refused, so that it is not offered again.</param>
    public async Task<string?> Access(string? refused, CancellationToken ct)
    {
        if (Usable(refused) is { } ready) return ready;
        await js.InvokeVoidAsync("crm.lock", ct, Lock);
        try
        {
            if (Usable(refused) is { } fromAnotherTab) return fromAnotherTab;
            if (Stored is not { } old) return null;
            var tokens = await api.Refresh(old.Refresh, ct);
            if (tokens is null)
            {
                End();
                return null;
            }

            Keep(tokens);
            return tokens.Access;
        }
        finally
        {
            await js.InvokeVoidAsync("crm.unlock", Lock);
        }
    }

    public async Task SignOut()
    {
        try
        {
            if (Stored is { } tokens) await api.SignOut(tokens, CancellationToken.None);
        }
        catch (Exception e) when (e is Client.CrmException or HttpRequestException)
        {
            // the server ends the session by itself when its time is over; this browser forgets it now
        }

        End();
    }

    private Tokens? Stored => store.Read(Key, TokensJson.Default.Tokens);

    private string? Usable(string? refused) =>
        Stored is { } tokens && tokens.Access != refused && tokens.EndsAt - Early > clock.GetUtcNow() ? tokens.Access : null;

    private void End()
    {
        store.Write(Key, null);
        Me = null;
        Changed?.Invoke();
    }
}
