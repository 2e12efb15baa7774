using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Contracts.Quoting;
using Crm.Opportunities.Data;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Microsoft.EntityFrameworkCore;

namespace Crm.Opportunities.UseCases;

/// <summary>Takes in many opportunities with their past, several hundred in one transaction: imports, demo data, lead conversion.</summary>
internal sealed class TakeInOpportunities(
    IOrganizationDirectory organization, IPlanningRates rates, ICustomerDirectory customers, IProductDirectory products, Processes processes, TenantClock clock,
    CustomFields custom) : IOpportunityIntake
{
    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<OpportunityIntake> rows, CancellationToken ct)
    {
        var db = unit.Db();
        var scene = await Look(db, rows, ct);
        var answers = new List<IntakeAnswer>(rows.Count);
        var past = new List<IReadOnlyList<Change>>();
        var taken = new HashSet<(Guid, string)>();
        foreach (var row in rows)
        {
            var hash = Hash(row);
            if (row.Key is { } key && scene.Known.TryGetValue((key.Source, key.Id), out var known))
            {
                answers.Add(known.Hash == hash
                    ? IntakeAnswer.Of(IntakeResult.Unchanged, known.Id)
                    : IntakeAnswer.Refused("externalId", "opportunities/already-taken-in", "Was taken in before with other values; change the opportunity itself."));
                continue;
            }
            var decided = await Decide(db, row, scene, hash, taken, ct);
            if (decided.Refused(out var refusal))
            {
                answers.Add(Refused(refusal));
                continue;
            }
            var id = decided.Value[0].After.Id;
            if (row.Key is { } made) scene.Known[(made.Source, made.Id)] = (id, hash);
            past.Add(decided.Value);
            answers.Add(IntakeAnswer.Of(IntakeResult.Created, id));
        }
        await OpportunityWriter.SavePast(db, past, custom, ct);
        return answers;
    }

    async Task<Scene> Look(CrmDb db, IReadOnlyList<OpportunityIntake> rows, CancellationToken ct)
    {
        var known = new Dictionary<(string, string), (Guid, string?)>();
        foreach (var source in rows.Select(row => row.Key).OfType<ExternalKey>().GroupBy(key => key.Source))
        {
            var ids = source.Select(key => key.Id).Distinct().ToArray();
            foreach (var found in await db.Set<Opportunity>().AsNoTracking().Where(row => row.ExternalSource == source.Key && ids.Contains(row.ExternalId))
                         .Select(row => new { row.Id, row.ExternalId, row.ExternalHash }).ToListAsync(ct))
            {
                known[(source.Key, found.ExternalId!)] = (found.Id, found.ExternalHash);
            }
        }
        var methods = new Dictionary<OpportunityType, Process?>();
        foreach (var type in Enum.GetValues<OpportunityType>())
        {
            var (id, version) = await OpportunityTypes.Method(db, type, ct);
            methods[type] = version is null ? processes.Latest(id) : processes.Find(id, version);
        }
        return new Scene(
            await organization.Tenant(db.TenantId, ct) ?? throw new InvalidOperationException($"There is no tenant {db.TenantId}."),
            await clock.Now(db.TenantId, db.ActorId, ct),
            known,
            methods,
            await customers.FindMany(db, [.. rows.Select(row => row.CustomerId).Distinct()], ct),
            await products.FindMany(db, [.. rows.SelectMany(row => row.Lines).Select(line => line.ProductId).Distinct()], ct),
            await organization.Members(db.TenantId, [.. rows.SelectMany(row => row.Moments).Select(moment => moment.OwnerId).Distinct()], ct));
    }

    async Task<Outcome<IReadOnlyList<Change>>> Decide(
        CrmDb db, OpportunityIntake row, Scene scene, string hash, HashSet<(Guid, string)> taken, CancellationToken ct)
    {
        if (Check(row, scene) is { } invalid) return invalid;
        var currency = Currency.Parse(row.Currency);
        var process = scene.Methods[Enum.Parse<OpportunityType>(row.Type)];
        if (process is null) return Refusal.Field("type", "opportunities/method-unavailable", $"The method that {row.Type} is sold by is not in working order here.");
        var moments = row.Moments.Select(moment => Moment(moment, scene)).ToList();
        var day = clock.DateIn(scene.Tenant.TimeZone, moments[0].At.Now);
        var rate = await rates.Rate(db.TenantId, row.Currency, day, ct);
        if (rate is null) return Refusal.Field("currency", "opportunities/no-planning-rate", $"The tenant has no planning rate for {row.Currency} on {day:yyyy-MM-dd}.");

        IReadOnlyList<OpportunityLine>? lines = row.Lines.Count == 0 ? null
            : [.. row.Lines.Select(line => OpportunityLine.Totalled(line.ProductId, line.Quantity, line.Amount, currency))];
        var first = moments[0];
        var only = moments.Count == 1;
        var id = Guid.CreateVersion7(first.At.Now);
        var own = await custom.Decide(db, FieldWriter.System, OpportunityFields.Resource, id, CustomValues.None, row.Custom, isNew: true, ct, taken);
        if (own.Refused(out var no)) return no;
        var opened = Opportunity.Open(
            db.TenantId, id, Fields(row, first, currency, only ? lines : null) with { Custom = own.Value }, process, first.Stage, rate.Rate,
            Currency.Parse(scene.Tenant.BaseCurrency), first.At, first.At.Now);
        if (opened.Refused(out no)) return no;
        var changes = new List<Change> { opened.Value with { After = opened.Value.After with { ExternalSource = row.Key?.Source, ExternalId = row.Key?.Id, ExternalHash = hash } } };
        for (var i = 0; i < moments.Count; i++)
        {
            var steps = changes[^1].After.Follow(process, moments[i], i == moments.Count - 1 && !only ? lines : null);
            if (steps.Refused(out no)) return no;
            changes.AddRange(steps.Value);
        }
        return changes;
    }

    static OpportunityFields Fields(OpportunityIntake row, PastMoment first, Currency currency, IReadOnlyList<OpportunityLine>? lines) => new()
    {
        Name = row.Name,
        CustomerId = row.CustomerId,
        Type = Enum.Parse<OpportunityType>(row.Type),
        AmountMode = lines is null ? AmountMode.Manual : AmountMode.Lines,
        Amount = first.Amount,
        Currency = currency,
        Lines = lines ?? [],
        // Of an opportunity that is known only as closed, the date of its end is the best that is known of what was expected.
        CloseDate = first.CloseDate,
        Need = row.Need,
        NextStep = row.NextStep,
        NextStepDate = row.NextStepDate,
        OwnerId = first.OwnerId,
        DepartmentId = first.DepartmentId,
    };

    static PastMoment Moment(OpportunityMoment moment, Scene scene) => new(
        new Moment(moment.AtUtc ?? scene.Now.Now, scene.Now.Today, moment.ActorId),
        Enum.Parse<OpportunityStatus>(moment.Status),
        moment.Stage,
        moment.Amount ?? 0,
        moment.CloseDate,
        moment.OwnerId,
        scene.Members.TryGetValue(moment.OwnerId, out var owner) ? owner.DepartmentId : Guid.Empty,
        moment.Reason);

    static Refusal? Check(OpportunityIntake row, Scene scene)
    {
        var errors = new FieldErrors()
            .When(!Enum.TryParse<OpportunityType>(row.Type, out var type) || !Enum.IsDefined(type), "type", $"Is none of {string.Join(", ", Enum.GetNames<OpportunityType>())}.")
            .When(!Currency.TryParse(row.Currency, out _), "currency", "Is not a currency of ISO 4217.")
            .When(!scene.Customers.ContainsKey(row.CustomerId), "customer", "There is no such customer.")
            .When(row.Lines.Any(line => !scene.Products.ContainsKey(line.ProductId)), "product", "There is no such product.")
            .When(row.Lines.Any(line => line.Quantity is <= 0 or > OpportunityLimits.MaxQuantity), "quantity", $"A quantity lies above 0 and up to {OpportunityLimits.MaxQuantity:0}.")
            .When(row.Lines.Any(line => line.Amount is < 0 or > OpportunityLimits.MaxAmount), "amount", $"An amount lies between 0 and {OpportunityLimits.MaxAmount:0}.")
            .When(row.Moments.Count == 0, "moments", "Says nothing of any moment.")
            .Optional("externalSource", row.Key?.Source, OpportunityLimits.ExternalSourceLength)
            .Optional("externalId", row.Key?.Id, OpportunityLimits.ExternalIdLength);
        DateTime? last = null;
        foreach (var moment in row.Moments)
        {
            var at = moment.AtUtc ?? scene.Now.Now;
            errors.When(at > scene.Now.Now, "at", "Lies in the future.")
                .When(at < last, "at", "Moments stand oldest first.")
                .When(at.Kind != DateTimeKind.Utc, "at", "Is not in UTC.")
                .When(!Enum.TryParse<OpportunityStatus>(moment.Status, out var status) || !Enum.IsDefined(status), "status", $"Is none of {string.Join(", ", Enum.GetNames<OpportunityStatus>())}.")
                .When(moment.Amount is < 0 or > OpportunityLimits.MaxAmount, "amount", $"An amount lies between 0 and {OpportunityLimits.MaxAmount:0}.")
                .When(!scene.Members.ContainsKey(moment.OwnerId), "owner", "There is no such member.");
            last = at;
        }
        return errors.ToRefusal("opportunities/invalid-field");
    }

    static IntakeAnswer Refused(Refusal refusal) => refusal.Errors is { Count: > 0 } errors
        ? new IntakeAnswer(IntakeResult.Refused, null, [.. errors.SelectMany(error => error.Value.Select(detail => new IntakeReason(error.Key, refusal.Code, detail)))])
        : IntakeAnswer.Refused("", refusal.Code, refusal.Detail);

    static string Hash(OpportunityIntake row) => Convert.ToHexStringLower(SHA256.HashData(
        row.Said is { } said ? Encoding.UTF8.GetBytes(said) : JsonSerializer.SerializeToUtf8Bytes(row, StoredJson.Options)));

    /// <summary>What the rows refer to, looked up once for all of them.</summary>
    sealed record Scene(
        TenantRef Tenant,
        Moment Now,
        Dictionary<(string Source, string Id), (Guid Id, string? Hash)> Known,
        IReadOnlyDictionary<OpportunityType, Process?> Methods,
        IReadOnlyDictionary<Guid, CustomerRef> Customers,
        IReadOnlyDictionary<Guid, ProductRef> Products,
        IReadOnlyDictionary<Guid, MemberRef> Members);
}
