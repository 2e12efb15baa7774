using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.Organization.Accounts;

/// <summary>ASP.NET Core Identity, set up for one tenant's unit of work at a time.</summary>
internal sealed class AccountRules
{
    readonly IOptions<IdentityOptions> _options;
    readonly PasswordHasher<Account> _hasher;
    readonly PasswordValidator<Account> _passwords = new();
    readonly UserValidator<Account> _users = new();
    readonly UpperInvariantLookupNormalizer _normalizer = new();
    readonly IdentityErrorDescriber _errors = new();
    readonly IServiceProvider _services;
    readonly ILogger<UserManager<Account>> _log;
    readonly string _nobodysHash;

    public AccountRules(IOptions<SignInSettings> options, IServiceProvider services, ILogger<UserManager<Account>> log)
    {
        _services = services;
        _log = log;
        var identity = new IdentityOptions();
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new PasswordOptions
        {
            RequiredLength = 10,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout.MaxFailedAccessAttempts = options.Value.MaxFailures;
        identity.Lockout.DefaultLockoutTimeSpan = options.Value.LockedFor;
        identity.Stores.MaxLengthForKeys = 0;
        _options = Options.Create(identity);
        _hasher = new PasswordHasher<Account>();
        _nobodysHash = Hash("nobody has this password: it is here so that an unknown name costs what a known one does");
    }

    internal UserManager<Account> For(CrmDb db) =>
        new(new AccountStore(db), _options, _hasher, [_users], [_passwords], _normalizer, _errors, _services, _log);

    /// <summary>Slow by design: never inside a transaction.</summary>
    internal string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Does the same work whether or not there is a hash to compare with.</summary>
    internal PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(null!, hash ?? _nobodysHash, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Why a password cannot be taken, or null.</summary>
    internal async Task<Refusal?> Check(string field, string password, string userName)
    {
        var errors = new FieldErrors();
        errors.When(password.Length > Names.MaxPassword, field, $"At most {Names.MaxPassword} characters.");
        errors.When(
            password.Contains(userName, StringComparison.OrdinalIgnoreCase), field, "Must not contain the user name.");
        if (!errors.Any)
        {
            // The validator reads the manager's options only.
            using var manager = new UserManager<Account>(new AccountStore(null!), _options, _hasher, [], [], _normalizer, _errors, _services, _log);
            var result = await _passwords.ValidateAsync(manager, null!, password);
            foreach (var error in result.Errors) errors.Add(field, error.Description);
        }
        return errors.ToRefusal("members/weak-password");
    }

    /// <summary>Ends every session of a member, e.g. because the password changed.</summary>
    internal static Task EndSessions(CrmDb db, Guid memberId, string because, Guid? except, CancellationToken ct)
    {
        var now = db.UtcNow();
        var kept = except ?? Guid.Empty;
        return db.Set<Session>().Where(row => row.MemberId == memberId && row.EndedAt == null && row.Id != kept).ExecuteUpdateAsync(
            row => row.SetProperty(session => session.EndedAt, now)
                .SetProperty(session => session.EndedBecause, because)
                .SetProperty(session => session.Revision, session => session.Revision + 1),
            ct);
    }
}
