using Crm.Organization.Data;
using Crm.Platform.Data;

namespace Crm.Organization.Accounts;

/// <summary>
/// What the audit tells of passwords that were tried. Only of names that exist: a name that nobody has may be a password typed into the wrong
/// field, and nobody's record is touched.
/// </summary>
internal static class SignInAudit
{
    /// <summary>Call it after Identity has counted the failure.</summary>
    internal static void Failed(CrmDb db, Account account, string reason)
    {
        db.Note(nameof(Member), account.Member.Id, "SignInFailed", new { reason });
        if (account.Credential.LockedUntil is { } until && db.Entry(account.Credential).Property(row => row.LockedUntil).IsModified)
            db.Note(nameof(Member), account.Member.Id, "LockedOut", new { until });
    }
}
