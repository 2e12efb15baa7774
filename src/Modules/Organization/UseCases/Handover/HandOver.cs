using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Handover;

/// <summary>
/// 离职交接: what a member owns or is asked for goes to heirs. The sign-in ends with the call that asks for it; the records follow in a job. What
/// is closed, done or logged stays with the member who did it.
/// </summary>
internal static class HandOver
{
    const int MaxHeirs = 50;
    const int MaxNamed = 1000;
    const int ReasonLength = 300;

    internal sealed record HandoverRequest
    {
        /// <summary>Kept in the history of what goes over; at most 300 characters.</summary>
        public required string Reason { get; init; }

        /// <summary>Active members, at most 50, among whom each part is dealt evenly; what hangs on a customer goes to the heir who owns it by then.</summary>
        public required IReadOnlyList<Guid> HeirIds { get; init; }

        /// <summary>Only these parts, where given with heirs of their own; every part when missing.</summary>
        public IReadOnlyList<HandoverPartRequest>? Parts { get; init; }

        /// <summary>Single records that go to a certain heir, at most 1,000.</summary>
        public IReadOnlyList<NamedHeir>? Named { get; init; }

        /// <summary>Ends the member's sign-in at once: sessions, tokens and API keys.</summary>
        public bool Disable { get; init; } = true;
    }

    internal sealed record HandoverPartRequest
    {
        /// <summary>E.g. <c>Customers</c>.</summary>
        public required string Part { get; init; }

        /// <summary>Instead of the request's heirs.</summary>
        public IReadOnlyList<Guid>? HeirIds { get; init; }
    }

    internal sealed record NamedHeir
    {
        public required string Part { get; init; }

        public required Guid RecordId { get; init; }

        public required Guid HeirId { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/members/{id:guid}/handover", Handle).WithName("HandOverMember").WithTags("Members")
            .WithSummary("Hands over what a member owns or is asked for to heirs, in a job; their sign-in ends at once unless disable is false.")
            .Requires(Permission.ManageMembers).RequireIfMatch().Idempotent()
            .Answers<JobView>(StatusCodes.Status202Accepted).Refuses(RefusalKind.NotFound, RefusalKind.Conflict);

    static async Task<IResult> Handle(
        Guid id, HandoverRequest request, ExpectedVersion version, Command command, AccessWrites writes, JobQueue jobs, IEnumerable<IHandoverPart> parts,
        IOrganizationDirectory organization, CancellationToken ct)
    {
        var known = parts.OrderBy(part => part.Rank).ToDictionary(part => part.Name);
        var errors = Check(request, [.. known.Keys]);
        var caller = command.Caller;
        var outcome = await writes.Write(command.Writes, (db, token) => MemberChanges.KeepingAnAdministrator<JobView>(db, async () =>
        {
            if (await MemberChanges.FindVisible(db, caller, id, token) is not { } member) return MemberChanges.NotFound;
            if (version.Check(member.Version) is { } stale) return stale;
            if (MemberChanges.RefuseBeyond(caller, await MemberChanges.GrantsOf(db, id, token)) is { } beyond) return beyond;
            await CheckHeirs(errors, request, id, caller, organization, token);
            await CheckNamed(errors, db, request, id, known, token);
            if (errors.ToRefusal("handover/invalid") is { } invalid) return invalid;
            if (request.Disable) await Disable(db, member, token);
            var job = jobs.Add(db, HandoverJob.Name, OrderOf(id, request, [.. known.Keys]));
            db.Note("Member", id, "HandedOver", new { JobId = job.Id, request.HeirIds });
            await db.SaveChangesAsync(token);
            return JobView.Of(job);
        }, token), ct);
        if (outcome.Refused(out var refusal)) return refusal.ToProblem();
        jobs.Wake();
        return outcome.ToAccepted($"/api/v1/jobs/{outcome.Value.Id}");
    }

    static async Task Disable(CrmDb db, Data.Member member, CancellationToken ct)
    {
        if (member.State == MemberState.Disabled) return;
        member.State = MemberState.Disabled;
        await MemberChanges.Revoke(db, member.Id, "Disabled", null, ct);
        db.Publish(new MemberStateChanged(member.Id, false, db.UtcNow()));
    }

    static HandoverOrder OrderOf(Guid memberId, HandoverRequest request, IReadOnlyList<string> known) => new()
    {
        MemberId = memberId,
        Reason = request.Reason.Trim(),
        Parts =
        [
            .. known.Where(part => request.Parts is null || request.Parts.Any(asked => asked.Part == part)).Select(part => new HandoverOrder.PartOrder(
                part,
                request.Parts?.First(asked => asked.Part == part).HeirIds ?? request.HeirIds,
                (request.Named ?? []).Where(named => named.Part == part).ToDictionary(named => named.RecordId, named => named.HeirId))),
        ],
    };

    static FieldErrors Check(HandoverRequest request, List<string> known)
    {
        var choices = $"Is none of {string.Join(", ", known)}.";
        var errors = new FieldErrors()
            .Required("reason", request.Reason, ReasonLength, lines: true)
            .When(request.HeirIds.Count is 0 or > MaxHeirs, "heirIds", $"1 to {MaxHeirs} heirs.")
            .When(request.Parts is { Count: 0 }, "parts", "At least one part, or none named for all.")
            .When(request.Parts is { } asked && asked.DistinctBy(part => part.Part).Count() != asked.Count, "parts", "A part stands here once.")
            .When(request.Named?.Count > MaxNamed, "named", $"At most {MaxNamed} records.")
            .When(request.Named is { } named && named.DistinctBy(one => (one.Part, one.RecordId)).Count() != named.Count, "named", "A record stands here once.");
        for (var i = 0; i < (request.Parts?.Count ?? 0); i++)
        {
            var part = request.Parts![i];
            errors.When(!known.Contains(part.Part), $"parts[{i}].part", choices);
            errors.When(part.HeirIds?.Count is 0 or > MaxHeirs, $"parts[{i}].heirIds", $"1 to {MaxHeirs} heirs.");
        }
        for (var i = 0; i < Math.Min(request.Named?.Count ?? 0, MaxNamed); i++)
            errors.When(!known.Contains(request.Named![i].Part), $"named[{i}].part", choices);
        return errors;
    }

    static async Task CheckNamed(FieldErrors errors, CrmDb db, HandoverRequest request, Guid memberId, Dictionary<string, IHandoverPart> known, CancellationToken ct)
    {
        var named = (request.Named ?? []).Take(MaxNamed).Select((one, i) => (one.Part, one.RecordId, Field: $"named[{i}].recordId"));
        foreach (var part in named.GroupBy(one => one.Part))
        {
            var held = known.TryGetValue(part.Key, out var found) ? await found.Held(db, memberId, [.. part.Select(one => one.RecordId)], ct) : [];
            foreach (var one in part) errors.When(!held.Contains(one.RecordId), one.Field, "There is no such record among what the member hands over.");
        }
    }

    static async Task CheckHeirs(FieldErrors errors, HandoverRequest request, Guid memberId, Caller caller, IOrganizationDirectory organization, CancellationToken ct)
    {
        var fields = request.HeirIds.Take(MaxHeirs).Select((heir, i) => ($"heirIds[{i}]", heir))
            .Concat((request.Parts ?? []).SelectMany((part, i) => (part.HeirIds ?? []).Select((heir, n) => ($"parts[{i}].heirIds[{n}]", heir))))
            .Concat((request.Named ?? []).Take(MaxNamed).Select((named, i) => ($"named[{i}].heirId", named.HeirId))).ToList();
        var members = await organization.Members(caller.TenantId, [.. fields.Select(field => field.Item2).Distinct()], ct);
        foreach (var (field, heir) in fields)
        {
            if (heir == memberId) errors.Add(field, "A member is not the heir of what they hand over.");
            else if (!members.TryGetValue(heir, out var member) || !member.Active || !caller.ScopeOf(Resource.Members).Sees(member.Id, member.DepartmentId))
                errors.Add(field, "There is no such active member within your scope.");
        }
    }
}
