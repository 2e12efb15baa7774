using System.Security.Cryptography;
using System.Text;
using Crm.Contracts;
using Crm.Contracts.Activities;
using Crm.Contracts.Customers;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Contracts.Quoting;
using Crm.DemoData;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Demo;

/// <summary>
/// Takes the generated demo tenant in through the modules' own intakes. Its history ends at the instant the tenant was founded, so that a
/// start that was killed half way is gone on with by the next: same instant, same rows, same keys.
/// </summary>
sealed class DemoLoader(
    Database database, ITenantIntake tenants, IMemberIntake members, IProductIntake products, ICustomerIntake customers, IOpportunityIntake opportunities,
    IWorkIntake work)
{
    const int Seed = 20261;
    const string Source = "demo";
    const int RowsPerWrite = 200;
    const string Complete = "Completed";

    /// <summary>Who was given a task earlier than so many days ago has read of it.</summary>
    const int DaysTold = 4;

    /// <summary>Makes the demo tenant complete. True when it was not before.</summary>
    public async Task<bool> Load(CancellationToken ct)
    {
        var tenant = await tenants.Ensure(
            new TenantIntake(DemoTenant.Slug, DemoTenant.DisplayName, DemoTenant.BaseCurrency, AmountBasis.Gross, DemoTenant.TimeZone, DemoTenant.Language), ct);
        if (!tenant.Created && await IsComplete(tenant.TenantId, ct)) return false;
        var demo = DemoTenant.Generate(Seed, tenant.FoundedAtUtc);
        var context = new WriteContext(tenant.TenantId, null);

        var people = await Write(context, async (db, cancellation) =>
        {
            var from = DateOnly.FromDateTime(tenant.FoundedAtUtc).AddYears(-5);
            await tenants.SetPlanningRates(db, [new PlanningRateIntake("USD", from, DemoTenant.UsdRate, Source)], cancellation);
            return Ids(demo.Members.Select(row => row.UserName), await members.TakeIn(db, [.. demo.Members.Select(Member)], cancellation));
        }, ct);
        tenants.Refresh(tenant.TenantId);
        var goods = await Write(context, async (db, cancellation) =>
            Ids(demo.Products.Select(row => row.Code), await products.TakeIn(db, [.. demo.Products.Select(Product)], cancellation)), ct);
        var companies = await Write(context, async (db, cancellation) =>
            Ids(demo.Customers.Select(row => row.Key), await customers.TakeIn(db, [.. demo.Customers.Select(row => Customer(row, people))], cancellation)), ct);
        var deals = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var rows in demo.Opportunities.Chunk(RowsPerWrite))
        {
            foreach (var (key, id) in await Write(context, async (db, cancellation) => Ids(rows.Select(row => row.Key),
                         await opportunities.TakeIn(db, [.. rows.Select(row => Opportunity(row, people, goods, companies))], cancellation)), ct)) deals.Add(key, id);
        }
        foreach (var rows in demo.Activities.Select(row => Activity(row, people, companies, deals)).Chunk(RowsPerWrite))
            await Write(context, async (db, cancellation) => { await work.TakeIn(db, rows, cancellation); return true; }, ct);
        var toldSince = tenant.FoundedAtUtc.AddDays(-DaysTold);
        await Write(context, async (db, cancellation) =>
        {
            await work.TakeIn(db, [.. demo.Tasks.Select(row => Task(row, people, companies, deals))], toldSince, cancellation);
            db.Note(nameof(DemoTenant), tenant.TenantId, Complete);
            return true;
        }, ct);
        return true;
    }

    /// <summary>The last write says so: where it stands, everything does.</summary>
    async Task<bool> IsComplete(Guid tenantId, CancellationToken ct)
    {
        await using var db = database.Read(tenantId);
        return await db.Set<AuditRow>().AnyAsync(row => row.RecordId == tenantId && row.RecordType == nameof(DemoTenant) && row.Action == Complete, ct);
    }

    async Task<T> Write<T>(WriteContext context, Func<CrmDb, CancellationToken, Task<T>> work, CancellationToken ct) =>
        (await database.Write(context, async (db, cancellation) => Outcome<T>.Of(await work(db, cancellation)), ct)).Value;

    static Dictionary<string, Guid> Ids(IEnumerable<string> keys, IReadOnlyList<IntakeAnswer> answers)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (key, answer) in keys.Zip(answers))
        {
            // Generated rows fit by construction: one that does not is a bug of the generator, and half a tenant helps nobody.
            if (answer.Id is not { } id)
                throw new InvalidOperationException($"Demo row '{key}' was refused: {string.Join("; ", answer.Reasons.Select(r => $"{r.Field} {r.Code} {r.Detail}"))}");
            ids.Add(key, id);
        }
        return ids;
    }

    static MemberIntake Member(DemoMember row) => new()
    {
        UserName = row.UserName,
        DisplayName = row.DisplayName,
        Email = row.Email,
        DepartmentPath = row.DepartmentPath,
        LeadsDepartment = row.LeadsDepartment,
        Roles = row.Roles,
        Password = DemoTenant.Password,
        Language = row.Language,
        KnownAtUtc = row.JoinedAtUtc,
    };

    static ProductIntake Product(DemoProduct row) => new()
    {
        Key = new ExternalKey(Source, row.Code),
        Code = row.Code,
        Name = row.Name,
        Line = row.Line,
        ListPrice = row.ListPrice,
        Currency = DemoTenant.BaseCurrency,
        Unit = row.Unit,
    };

    static CustomerIntake Customer(DemoCustomer row, Dictionary<string, Guid> people) => new()
    {
        Key = new ExternalKey(Source, row.Key),
        Name = row.Name,
        ShortName = row.ShortName,
        UnifiedSocialCreditCode = row.UnifiedSocialCreditCode,
        Industry = row.Industry,
        Region = row.Region,
        Address = row.Address,
        Employees = row.Employees,
        RevenueMillions = row.RevenueMillions,
        FoundedYear = row.FoundedYear,
        OwnerId = people[row.Owner],
        KnownAtUtc = row.KnownAtUtc,
        Contacts = [.. row.Contacts.Select(contact => new ContactIntake
        {
            Name = contact.Name,
            Title = contact.Title,
            Mobile = contact.Mobile,
            Email = contact.Email,
            IsPrimary = contact.IsPrimary,
        })],
    };

    static OpportunityIntake Opportunity(
        DemoOpportunity row, Dictionary<string, Guid> people, Dictionary<string, Guid> goods, Dictionary<string, Guid> companies) => new()
        {
            Key = new ExternalKey(Source, row.Key),
            Name = row.Name,
            CustomerId = companies[row.CustomerKey],
            Type = row.Type,
            Currency = row.Currency,
            Need = row.Need,
            NextStep = row.NextStep,
            NextStepDate = row.NextStepDate,
            Lines = [.. row.Lines.Select(line => new OpportunityIntakeLine(goods[line.ProductCode], line.Quantity, line.Amount))],
            Moments = [.. row.Moments.Select(moment => new OpportunityMoment
            {
                AtUtc = moment.AtUtc,
                Status = moment.Status,
                Stage = moment.Stage,
                Amount = moment.Amount,
                CloseDate = moment.CloseDate,
                OwnerId = people[moment.Owner],
                ActorId = people[moment.Owner],
                Reason = moment.Reason,
            })],
        };

    static ActivityIntake Activity(DemoActivity row, Dictionary<string, Guid> people, Dictionary<string, Guid> companies, Dictionary<string, Guid> deals) => new()
    {
        Id = IdOf(row.Key, row.AtUtc),
        Kind = row.Kind,
        Direction = row.Direction,
        Subject = row.Subject,
        Result = row.Result,
        AtUtc = row.AtUtc,
        DurationMinutes = row.Minutes,
        RecordKind = row.OpportunityKey is null ? "Customer" : "Opportunity",
        RecordId = row.OpportunityKey is { } deal ? deals[deal] : companies[row.CustomerKey],
        CustomerId = companies[row.CustomerKey],
        OwnerId = people[row.Owner],
        MemberIds = [.. row.Colleagues.Select(name => people[name])],
    };

    static TaskIntake Task(DemoTask row, Dictionary<string, Guid> people, Dictionary<string, Guid> companies, Dictionary<string, Guid> deals) => new()
    {
        Id = IdOf(row.Key, row.MadeAtUtc),
        Title = row.Title,
        Priority = row.Priority,
        Completion = row.ForAll ? "All" : "Any",
        DueAtUtc = row.DueAtUtc,
        MadeAtUtc = row.MadeAtUtc,
        OwnerId = people[row.Owner],
        Parts = [.. row.Parts.Select(part => new TaskIntakePart(people[part.UserName], part.DoneAtUtc))],
        Result = row.Result,
        RecordKind = row.OpportunityKey is null ? null : "Opportunity",
        RecordId = row.OpportunityKey is { } deal ? deals[deal] : null,
        CustomerId = row.CustomerKey is { } customer ? companies[customer] : null,
    };

    /// <summary>The same id for the same row at every start, in the order of time as ids are.</summary>
    static Guid IdOf(string key, DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Source}/{key}")).AsSpan(0, 8).CopyTo(bytes[8..]);
        bytes[6] = 0x70;
        bytes[7] = 0;
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
