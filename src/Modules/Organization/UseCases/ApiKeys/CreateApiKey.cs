using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.UseCases.ApiKeys;

/// <summary>
/// Makes a key by which a program acts as a member. The key is in this answer alone: the database has its hash, and the answer that is kept for
/// a repeated Idempotency-Key does not have it either.
/// </summary>
internal static class CreateApiKey
{
    internal sealed record NewApiKey
    {
        /// <summary>What it is for, so that people know which one to revoke.</summary>
        public required string Name { get; init; }

        /// <summary>The member it acts as; the caller when missing. Another one needs the right ManageApiKeys.</summary>
        public Guid? MemberId { get; init; }

        /// <summary>Of the member's permissions only these; all when missing.</summary>
        public IReadOnlyList<Permission>? Permissions { get; init; }

        /// <summary>From then on it is refused; never when missing.</summary>
        public DateTime? ExpiresAt { get; init; }
    }

    internal sealed record CreatedApiKey : IVersioned
    {
        public required Guid Id { get; init; }

        public required int Version { get; init; }

        /// <summary>Send it as X-Api-Key. Shown this once; null when an Idempotency-Key was repeated.</summary>
        public string? Key { get; init; }

        public required ApiKeyView ApiKey { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/api-keys", Handle).WithName(nameof(CreateApiKey)).WithTags("ApiKeys")
            .WithSummary("Makes an API key, which is shown this once.").Idempotent()
            .Answers<CreatedApiKey>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);

    static async Task<IResult> Handle(NewApiKey request, Command command, AccessWrites writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var caller = command.Caller;
        if (!caller.CredentialId.StartsWith("session:", StringComparison.Ordinal))
            return Refusal.Forbidden("auth/session-needed", "API keys are made by a person who is signed in, so that one key cannot outlive itself in another.").ToProblem();
        if (new FieldErrors()
            .Required("name", request.Name, 100)
            .When(request.ExpiresAt <= clock.UtcNow(), "expiresAt", "Lies in the past.")
            .When(request.Permissions?.Count == 0, "permissions", "Name at least one permission, or leave the field out for all that the member has.")
            .ToRefusal("api-keys/invalid") is { } invalid) return invalid.ToProblem();
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var key = Secrets.NewApiKey(caller.TenantId, id);
        var outcome = await writes.Write(command.Writes, (db, token) => Create(db, request, caller, id, key, token), ct);
        http.Response.Headers.CacheControl = "no-store";
        return outcome.Then(made => new CreatedApiKey
        {
            Id = made.Id,
            Version = made.Version,
            Key = made.Id == id ? key : null,
            ApiKey = made,
        }).ToCreated(http);
    }

    static async Task<Outcome<ApiKeyView>> Create(CrmDb db, NewApiKey request, Caller caller, Guid id, string key, CancellationToken ct)
    {
        var memberId = request.MemberId ?? caller.MemberId;
        if (memberId != caller.MemberId && !caller.Has(Permission.ManageApiKeys))
            return Refusal.Forbidden("auth/not-permitted", $"For another member's key your roles would have to include the right {Permission.ManageApiKeys}.");
        if (await db.Set<Member>().SingleOrDefaultAsync(row => row.Id == memberId && row.ArchivedAt == null, ct) is not { } member
            || memberId != caller.MemberId && !MemberChanges.Sees(caller, member))
            return Refusal.Field("memberId", "members/not-found", "There is no such member.");
        var grants = await MemberChanges.GrantsOf(db, memberId, ct);
        if (KeyGrants.NotHeld(grants, request.Permissions ?? []) is { Count: > 0 } lacking)
            return Refusal.Field("permissions", "api-keys/beyond-member", $"The member does not have these rights: {string.Join(", ", lacking)}.");
        if (!KeyGrants.MayMake(await MemberChanges.GrantsOf(db, caller, ct), KeyGrants.Of(grants, request.Permissions?.ToHashSet())))
            return Refusal.Forbidden("api-keys/beyond-own-rights", "The key would have rights, or see records, that you do not. Name fewer permissions.");
        var now = db.UtcNow();
        if (await db.Set<ApiKey>().CountAsync(
            row => row.MemberId == memberId && row.RevokedAt == null && (row.ExpiresAt == null || row.ExpiresAt > now), ct) >= KeyGrants.MaxLiving)
            return Refusal.Conflict("api-keys/too-many", $"The member has {KeyGrants.MaxLiving} keys in force. Revoke one that is not used.");
        var made = new ApiKey
        {
            Id = id,
            Name = request.Name.Trim(),
            MemberId = memberId,
            SecretHash = Digest.Hex(key),
            Prefix = key[..Secrets.ShownLength],
            Permissions = GrantsText.Write(request.Permissions ?? []),
            ExpiresAt = request.ExpiresAt,
        };
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return ApiKeyView.Of(made);
    }
}
