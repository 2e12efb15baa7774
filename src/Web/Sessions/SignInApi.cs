
namespace Crm.Web.Sessions;

/// <summary>The calls that need no token: signing in, trading the refresh token in, and the first administrator.</summary>
internal sealed class SignInApi(HttpClient http, TimeProvider clock)
{
    private readonly Client.CrmClient _client = new(http);

    public async Task<Tokens> SignIn(string tenant, string userName, string password, CancellationToken ct) =>
        Of(await _client.SignInAsync(new Client.SignInRequest { Tenant = tenant, UserName = userName, Password = password }, ct));

    /// <summary>Null when the session is over.</summary>
    public async Task<Tokens?> Refresh(string refreshToken, CancellationToken ct)
    {
        try
        {
            return Of(await _client.RefreshSessionAsync(new Client.RefreshRequest { RefreshToken = refreshToken }, ct));
        }
        catch (Client.CrmException e) when (e.StatusCode is 400 or 401 or 403)
        {
            return null;
        }
    }

    public async Task SignOut(Tokens tokens, CancellationToken ct) =>
        await _client.SignOutAsync(new Client.SignOutRequest { RefreshToken = tokens.Refresh }, ct);

    public async Task<bool> NeedsSetup(CancellationToken ct) => (await _client.GetSetupAsync(ct)).Needed;

    public async Task SetUp(Client.SetupRequest request, CancellationToken ct) => await _client.CompleteSetupAsync(request, ct);

    private Tokens Of(Client.TokenAnswer answer) => new(answer.AccessToken, answer.RefreshToken, clock.GetUtcNow().AddSeconds(answer.ExpiresIn));
}
