using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Handover;
using Crm.Platform.Http;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Organization.UseCases.Handover;

/// <summary>Before a handover: what there is, counted, and each part's records by name.</summary>
internal static class ReadHandover
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/members/{id:guid}/handover", Count).WithName("GetHandover").WithTags("Members")
            .WithSummary("Counts what a member owns or is asked for, part by part, as far as it can be handed over.")
            .Requires(Permission.ManageMembers).Answers<HandoverView>().Refuses(RefusalKind.NotFound);
        api.MapGet("/members/{id:guid}/handover/items", Items).WithName("ListHandoverItems").WithTags("Members")
            .WithSummary("Lists what a member would hand over of one part. Needs the right to read records of its kind.")
            .Requires(Permission.ManageMembers).Answers<Page<HandoverItemView>>().Refuses(RefusalKind.NotFound, RefusalKind.Forbidden);
    }

    static async Task<IResult> Count(Guid id, Caller caller, Database database, IEnumerable<IHandoverPart> parts, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        if (await MemberChanges.FindVisible(db, caller, id, ct) is null) return MemberChanges.NotFound.ToProblem();
        var counted = new List<HandoverPartView>();
        foreach (var part in parts.OrderBy(part => part.Rank))
            counted.Add(new HandoverPartView { Part = part.Name, Count = await part.Count(db, id, ct), Readable = caller.Has(part.Reads) });
        return TypedResults.Ok(new HandoverView { MemberId = id, Parts = counted, Total = counted.Sum(part => part.Count) });
    }

    /// <param name="part">E.g. Customers.</param>
    /// <param name="limit">1 to 200, default 50.</param>
    /// <param name="cursor">nextCursor of the page before.</param>
    /// <param name="count">true: totalCount.</param>
    static async Task<IResult> Items(
        Guid id, string part, int? limit, string? cursor, bool? count, Caller caller, Database database, IEnumerable<IHandoverPart> parts, CancellationToken ct)
    {
        if (limit is < 1 or > ListSpec<Member>.MaxLimit) return Refusal.Field("limit", "request/bad-limit", $"A limit is 1 to {ListSpec<Member>.MaxLimit}.").ToProblem();
        Guid? after = null;
        if (cursor is not null)
        {
            if (!Guid.TryParseExact(cursor, "N", out var last)) return Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave.").ToProblem();
            after = last;
        }
        if (parts.FirstOrDefault(known => known.Name == part) is not { } found)
            return Refusal.Field("part", "handover/unknown-part", $"Is none of {string.Join(", ", parts.OrderBy(known => known.Rank).Select(known => known.Name))}.").ToProblem();
        await using var db = database.Read(caller.TenantId);
        if (await MemberChanges.FindVisible(db, caller, id, ct) is null) return MemberChanges.NotFound.ToProblem();
        if (!caller.Has(found.Reads)) return Refusal.Forbidden("access/forbidden", $"This needs the right {found.Reads}.").ToProblem();
        var take = limit ?? ListSpec<Member>.DefaultLimit;
        var items = await found.Items(db, id, after, take + 1, ct);
        var total = count == true ? await found.Count(db, id, ct) : (long?)null;
        return TypedResults.Ok(new Page<HandoverItemView>
        {
            Items = [.. items.Take(take).Select(item => new HandoverItemView { Id = item.Id, Name = item.Name, CustomerOwnerId = item.CustomerOwnerId })],
            NextCursor = items.Count > take ? items[take - 1].Id.ToString("N") : null,
            TotalCount = total is { } all ? (int)Math.Min(all, ListSpec<Member>.CountCap) : null,
            TotalIsCapped = total is { } there ? there > ListSpec<Member>.CountCap : null,
        });
    }
}
