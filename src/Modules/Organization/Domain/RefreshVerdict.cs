namespace Crm.Organization.Domain;

/// <summary>What to do with a refresh token that somebody presents.</summary>
internal enum RefreshVerdict
{
    /// <summary>The newest of its session: answer with its successor.</summary>
    Rotate,

    /// <summary>It has a successor, so two parties hold the session: end it for both.</summary>
    Reused,

    /// <summary>Expired, ended or unknown.</summary>
    Refuse,
}
