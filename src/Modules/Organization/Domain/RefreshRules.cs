namespace Crm.Organization.Domain;

/// <summary>Each refresh token is good once. A session is the chain of tokens that began with one sign-in.</summary>
internal static class RefreshRules
{
    /// <summary>A session that is not used for this long ends.</summary>
    internal static readonly TimeSpan IdleLimit = TimeSpan.FromDays(14);

    /// <summary>A session ends after this long whatever happens.</summary>
    internal static readonly TimeSpan SessionLimit = TimeSpan.FromDays(60);

    internal static RefreshVerdict Judge(
        DateTime now, DateTime issuedAt, DateTime? rotatedAt, DateTime sessionStartedAt, DateTime? sessionEndedAt, bool memberActive)
    {
        if (sessionEndedAt is not null) return RefreshVerdict.Refuse;
        if (rotatedAt is not null) return RefreshVerdict.Reused;
        if (!memberActive) return RefreshVerdict.Refuse;
        return now - issuedAt > IdleLimit || now - sessionStartedAt > SessionLimit ? RefreshVerdict.Refuse : RefreshVerdict.Rotate;
    }
}
