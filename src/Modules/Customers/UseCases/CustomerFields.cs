using System.Text.Json;
using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.UseCases;

/// <summary>What a person or program may set of a customer; creating, replacing and editing all go through it.</summary>
internal sealed record CustomerFields
{
    /// <summary>Legal or full name; at most 200 characters.</summary>
    public required string Name { get; init; }

    public string? ShortName { get; init; }

    /// <summary>统一社会信用代码; its check character is checked.</summary>
    public string? Uscc { get; init; }

    public string? Industry { get; init; }

    public int? Employees { get; init; }

    /// <summary>Annual revenue in millions of the tenant's base currency, at most 4 decimals.</summary>
    public decimal? RevenueMillions { get; init; }

    public int? FoundedYear { get; init; }

    public string? Region { get; init; }

    public string? Address { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public string? Website { get; init; }

    /// <summary>The caller when missing.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The group it belongs to.</summary>
    public Guid? ParentId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Values of the tenant's own fields by key: what is sent replaces, null clears, what is not sent stays.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    internal static CustomerFields Of(Customer row) => new()
    {
        Name = row.Name,
        ShortName = row.ShortName,
        Uscc = row.Uscc,
        Industry = row.Industry,
        Employees = row.Employees,
        RevenueMillions = row.RevenueMillionsE4 is { } revenue ? Scaled.Amount(revenue) : null,
        FoundedYear = row.FoundedYear,
        Region = row.Region,
        Address = row.Address,
        Website = row.Website,
        OwnerId = row.OwnerId,
        ParentId = row.ParentId,
        Tags = Domain.Tags.Read(row.Tags),
    };

    internal FieldErrors Check()
    {
        var errors = new FieldErrors()
            .Required("name", Name, 200)
            .Optional("shortName", ShortName, 100)
            .When(Uscc is not null && !UnifiedCode.IsValid(UnifiedCode.Normalize(Uscc)), "uscc", "Not a unified social credit code: 18 characters, the last one a check character.")
            .Optional("industry", Industry, 100)
            .When(Employees is < 0 or > 100_000_000, "employees", "0 to 100,000,000.")
            .When(RevenueMillions is < 0 or > 1_000_000_000m || RevenueMillions is { } r && decimal.Round(r, 4) != r, "revenueMillions", "0 to 1,000,000,000 with at most 4 decimals.")
            .When(FoundedYear is < 1000 or > 9999, "foundedYear", "A year of four digits.")
            .Optional("region", Region, 100)
            .Optional("address", Address, 300)
            .Optional("website", Website, 300)
            .When(Website is not null && !(Uri.TryCreate(Website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"), "website", "Begins with http:// or https://.");
        return Domain.Tags.Check(errors, Tags);
    }

    /// <summary>Writes the fields to a row after checking what they refer to.</summary>
    internal async Task<Refusal?> Apply(CrmDb db, Customer row, bool isNew, Caller caller, CustomerWrites writes, CancellationToken ct)
    {
        if (Check().ToRefusal("customers/invalid") is { } invalid) return invalid;
        if (await writes.Fields.CheckChoice(db, Domain.Industries.List, "industry", row.Industry, Industry?.Trim(), ct) is { } notOffered) return notOffered;
        var former = CustomValues.Of(row);
        var custom = await writes.Fields.Decide(db, FieldWriter.Of(caller), "customers", row.Id, former, Custom, isNew, ct);
        if (custom.Refused(out var wrongCustom)) return wrongCustom;
        var owner = OwnerId ?? (isNew ? caller.MemberId : row.OwnerId);
        if (isNew || owner != row.OwnerId)
        {
            // Nobody hands a record to a member whose records they would not see themselves.
            if (await writes.Organization.Member(caller.TenantId, owner, ct) is not { Active: true } member
                || !caller.ScopeOf(Resource.Customers).Sees(member.Id, member.DepartmentId))
                return Refusal.Field("ownerId", "members/not-found", "There is no such active member within your scope.");
            if (!isNew) db.Publish(new Contracts.Customers.CustomerOwnerChanged(row.Id, row.OwnerId, owner, row.DepartmentId, member.DepartmentId, db.UtcNow()));
            row.OwnerId = owner;
            row.DepartmentId = member.DepartmentId;
        }
        if (ParentId is { } parent && parent != row.ParentId && await CheckParent(db, row.Id, parent, caller, ct) is { } wrong) return wrong;
        row.Name = Name.Trim();
        row.NameKey = Customer.KeyOf(row.Name, 200);
        row.ShortName = ShortName?.Trim();
        row.ShortNameKey = ShortName is null ? null : Customer.KeyOf(ShortName, 100);
        row.Uscc = Uscc is null ? null : UnifiedCode.Normalize(Uscc);
        row.Industry = Industry?.Trim();
        row.Employees = Employees;
        row.RevenueMillionsE4 = RevenueMillions is { } revenue ? Scaled.Amount(revenue) : null;
        row.FoundedYear = FoundedYear;
        row.Region = Region?.Trim();
        row.Address = Address?.Trim();
        row.Website = Website;
        row.ParentId = ParentId;
        if (ParentId is not null) row.ParentKey = null;
        row.Tags = Domain.Tags.Write(Tags);
        (row.Custom, row.CustomPersonal) = custom.Value;
        await writes.Fields.Store(db, "customers", row.Id, former, custom.Value, ct);
        return null;
    }

    static async Task<Refusal?> CheckParent(CrmDb db, Guid id, Guid parentId, Caller caller, CancellationToken ct)
    {
        const int deepest = 20;
        if (!await db.Set<Customer>().InScope(caller.ScopeOf(Resource.Customers)).AnyAsync(row => row.Id == parentId && row.ArchivedAt == null, ct))
            return Refusal.Field("parentId", "customers/not-found", "There is no such customer.");
        Guid? at = parentId;
        for (var depth = 0; at is { } here; depth++)
        {
            if (here == id || depth >= deepest) return Refusal.Field("parentId", "customers/parent-cycle", "A customer cannot belong to itself or to one below it.");
            at = await db.Set<Customer>().Where(row => row.Id == here).Select(row => row.ParentId).SingleOrDefaultAsync(ct);
        }
        return null;
    }
}
