using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Contracts.Quoting;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Security;

namespace Crm.Opportunities.UseCases;

/// <summary>Looks up what an opportunity refers to. What is unknown, foreign or out of the caller's scope is said in the same words.</summary>
internal sealed class OpportunityReferences(
    IOrganizationDirectory organization, IPlanningRates rates, ICustomerDirectory customers, IProductDirectory products, TenantClock clock, CustomFields custom)
{
    /// <summary>The currency of a new opportunity: the amount's, the one named, or the tenant's.</summary>
    public async Task<Outcome<Currency>> Currency(Guid tenantId, Money? amount, string? code, CancellationToken cancellation)
    {
        if (amount is { } given)
        {
            return code is not null && code != given.Currency.Code
                ? Refusal.Field("currency", "opportunities/invalid-field", "Differs from the amount's currency.")
                : given.Currency;
        }
        if (code is null) return Platform.Currency.Parse((await Tenant(tenantId, cancellation)).BaseCurrency);
        return Platform.Currency.TryParse(code, out var currency)
            ? currency
            : Refusal.Field("currency", "opportunities/invalid-field", "Is not a currency of ISO 4217.");
    }

    /// <param name="db">Reads in the caller's tenant.</param>
    /// <param name="caller">Who asks; only customers and owners in the caller's scope may be named anew.</param>
    /// <param name="wanted">All fields as they should be.</param>
    /// <param name="current">What stands there now; what stays as it is is not looked up again.</param>
    /// <param name="cancellation">Stops between look-ups.</param>
    public async Task<Outcome<ResolvedFields>> Resolve(CrmDb db, Caller caller, EditOpportunity wanted, Opportunity? current, CancellationToken cancellation)
    {
        var tenant = await Tenant(caller.TenantId, cancellation);
        var errors = new FieldErrors();
        if (current is null || wanted.CustomerId != current.CustomerId) await CheckCustomer(db, caller, wanted.CustomerId, errors, cancellation);
        if (wanted.PrimaryContactId is { } contact && (contact != current?.PrimaryContactId || wanted.CustomerId != current.CustomerId))
            await CheckContact(db, wanted.CustomerId, contact, errors, cancellation);
        var department = await Department(caller, wanted.OwnerId, current, errors, cancellation);
        await CheckTeam(caller.TenantId, wanted, current, errors, cancellation);
        if (current is not null && wanted.Type != current.Type && (await OpportunityTypes.Method(db, wanted.Type, cancellation)).Id != current.MethodId)
            errors.Add("type", $"{wanted.Type} is sold by another method than {current.MethodId}, which this opportunity runs on.");
        if (wanted.Probability is not null && wanted.Probability != current?.ManualProbabilityE4 / 10_000m && !caller.Has(Permission.OverrideProbability))
            return Refusal.Forbidden("auth/not-permitted", $"Your roles do not include the right {Permission.OverrideProbability}.");
        errors.When(wanted.Budget is { } budget && budget.Currency != wanted.Amount.Currency, "budget", "Stands in another currency than the amount.");
        var lines = await Lines(db, wanted, current, errors, cancellation);
        if (errors.ToRefusal("opportunities/invalid-field") is { } invalid) return invalid;
        var values = await custom.Decide(
            db, FieldWriter.Of(caller), OpportunityFields.Resource, current?.Id ?? Guid.Empty, current is null ? CustomValues.None : CustomValues.Of(current), wanted.Custom, current is null, cancellation);
        if (values.Refused(out var wrong)) return wrong;

        decimal? rate = null;
        if (current is null || wanted.Amount.Currency != current.Currency)
        {
            var today = clock.DateIn(tenant.TimeZone, db.UtcNow());
            rate = (await rates.Rate(caller.TenantId, wanted.Amount.Currency.Code, today, cancellation))?.Rate;
            if (rate is null)
                return Refusal.Unprocessable("opportunities/no-planning-rate", $"The tenant has no planning rate for {wanted.Amount.Currency} on {today:yyyy-MM-dd}.");
        }
        return new ResolvedFields(Fields(wanted, lines, department) with { Custom = values.Value }, rate, Platform.Currency.Parse(tenant.BaseCurrency));
    }

    async Task<TenantRef> Tenant(Guid tenantId, CancellationToken cancellation) =>
        await organization.Tenant(tenantId, cancellation) ?? throw new InvalidOperationException($"There is no tenant {tenantId}.");

    async Task CheckCustomer(CrmDb db, Caller caller, Guid customerId, FieldErrors errors, CancellationToken cancellation)
    {
        var customer = await customers.Find(db, customerId, cancellation);
        if (customer is null || !caller.ScopeOf(Resource.Customers).Sees(customer.OwnerId, customer.DepartmentId))
            errors.Add("customerId", "There is no such customer.");
        else
            errors.When(customer.Archived, "customerId", "The customer is archived.");
    }

    async Task CheckContact(CrmDb db, Guid customerId, Guid contactId, FieldErrors errors, CancellationToken cancellation)
    {
        var contact = await customers.FindContact(db, contactId, cancellation);
        errors.When(contact is null || contact.CustomerId != customerId, "primaryContactId", "The customer has no such contact.");
    }

    // The department is the owner's at the time it was given to the owner; a later move of the member moves no opportunity.
    async Task<Guid> Department(Caller caller, Guid ownerId, Opportunity? current, FieldErrors errors, CancellationToken cancellation)
    {
        if (current is not null && ownerId == current.OwnerId) return current.DepartmentId;
        var owner = await organization.Member(caller.TenantId, ownerId, cancellation);
        if (owner is null || !(ownerId == caller.MemberId || caller.ScopeOf(Resource.Opportunities).Sees(ownerId, owner.DepartmentId)))
        {
            errors.Add("ownerId", "There is no such member to give it to.");
            return Guid.Empty;
        }
        errors.When(!owner.Active, "ownerId", "The member is not active.");
        return owner.DepartmentId;
    }

    async Task CheckTeam(Guid tenantId, EditOpportunity wanted, Opportunity? current, FieldErrors errors, CancellationToken cancellation)
    {
        for (var i = 0; i < Math.Min(wanted.Team.Count, OpportunityLimits.Team); i++)
        {
            var id = wanted.Team[i].MemberId;
            if (current?.Team.Any(member => member.MemberId == id) == true) continue;
            var member = await organization.Member(tenantId, id, cancellation);
            errors.When(member is not { Active: true }, $"team[{i}].memberId", "There is no such active member.");
        }
    }

    async Task<IReadOnlyList<OpportunityLine>> Lines(CrmDb db, EditOpportunity wanted, Opportunity? current, FieldErrors errors, CancellationToken cancellation)
    {
        if (wanted.Lines.Count == 0 || wanted.Lines.Count > OpportunityLimits.Lines)
        {
            errors.When(wanted.Lines.Count > 0, "lines", $"At most {OpportunityLimits.Lines} lines.");
            return [];
        }
        var found = await products.FindMany(db, [.. wanted.Lines.Select(line => line.ProductId).Distinct()], cancellation);
        var currency = wanted.Amount.Currency;
        var lines = new List<OpportunityLine>();
        for (var i = 0; i < wanted.Lines.Count; i++)
        {
            var line = wanted.Lines[i];
            if (!found.TryGetValue(line.ProductId, out var product))
            {
                errors.Add($"lines[{i}].productId", "There is no such product.");
                continue;
            }
            var price = line.UnitPrice ?? (product.Currency == currency.Code ? product.ListPrice : null);
            if (price is null) errors.Add($"lines[{i}].unitPrice", $"The list price stands in {product.Currency}: say the price in {currency}.");
            // Out of bounds is told by the domain; here it must only not overflow.
            else if (line.Quantity is <= 0 or > OpportunityLimits.MaxQuantity || price is < 0 or > Scaled.MaxUnitPrice)
                lines.Add(new OpportunityLine(line.ProductId, line.Quantity, price.Value, 0));
            else lines.Add(Kept(current, line, price.Value, currency) ?? OpportunityLine.Priced(line.ProductId, line.Quantity, price.Value, currency));
        }
        return lines;
    }

    // A line that was taken in with its amount keeps it to the cent as long as nobody touches the line.
    static OpportunityLine? Kept(Opportunity? current, OpportunityLineInput line, decimal price, Currency currency) =>
        current is null || current.Currency != currency ? null : current.Lines.FirstOrDefault(former =>
            former.ProductId == line.ProductId && former.Quantity == line.Quantity && former.UnitPrice == price);

    static OpportunityFields Fields(EditOpportunity wanted, IReadOnlyList<OpportunityLine> lines, Guid department) => new()
    {
        Name = wanted.Name,
        CustomerId = wanted.CustomerId,
        PrimaryContactId = wanted.PrimaryContactId,
        Type = wanted.Type,
        AmountMode = wanted.AmountMode,
        Amount = wanted.Amount.Amount,
        Currency = wanted.Amount.Currency,
        Lines = lines,
        ManualProbability = wanted.Probability,
        ProbabilityReason = wanted.ProbabilityReason,
        ManualCategory = wanted.ForecastCategory,
        CloseDate = wanted.CloseDate,
        Budget = wanted.Budget?.Amount,
        Need = wanted.Need,
        Timeline = wanted.Timeline,
        NextStep = wanted.NextStep,
        NextStepDate = wanted.NextStepDate,
        OwnerId = wanted.OwnerId,
        DepartmentId = department,
        Team = [.. wanted.Team.Select(member => new TeamMember(member.MemberId, member.Role?.Trim() ?? ""))],
    };
}
