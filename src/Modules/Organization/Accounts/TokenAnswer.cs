namespace Crm.Organization.Accounts;

/// <summary>The tokens of a session.</summary>
internal sealed record TokenAnswer
{
    /// <summary>Send it as <c>Authorization: Bearer</c>.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Good once, for the next pair of tokens.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>Seconds until the access token ends.</summary>
    public required int ExpiresIn { get; init; }
}
