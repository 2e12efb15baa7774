using System.Globalization;
using System.Text.Json;
using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Contracts.Opportunities;
using Crm.Contracts.Organization;
using Crm.Contracts.Quoting;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Platform.Security;

namespace Crm.Opportunities.UseCases;

/// <summary>Opportunities from CSV, open and closed. Stages of the file are mapped to stages of the method by the caller.</summary>
internal sealed class ImportOpportunities(
    IOpportunityIntake intake, ICustomerIntake newCustomers, ICustomerNames customers, IProductDirectory products, IMemberNames members,
    ImportedFields custom) : IImport
{
    const string OnMissingCustomer = "onMissingCustomer";
    const string PlaceholderName = "placeholderCustomer";
    const string OnMissingAmount = "onMissingAmount";
    const string History = "history";

    static readonly string[] Types = ["NewProject", "Tender", "Expansion", "Renewal", "Repeat"];
    static readonly string[] Closed = ["Won", "Lost", "Abandoned"];

    public string Resource => "opportunities";

    public Permission Permission => Permission.WorkOpportunities;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        ImportFields.Key("opportunity_id", "商机编号"),
        new("name", FieldKind.Text) { IsRequired = true, AlsoKnownAs = ["opportunity", "opportunity_name", "商机", "商机名称", "名称"] },
        new("customer", FieldKind.Text) { AlsoKnownAs = ["account", "company", "客户", "客户名称"] },
        new("owner", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["sales_agent", "负责人", "销售"] },
        new("product", FieldKind.Text) { AlsoKnownAs = ["产品", "产品名称"] },
        new("quantity", FieldKind.Number) { Min = 0.0001m, Max = 1_000_000_000m, AlsoKnownAs = ["数量"] },
        new("type", FieldKind.Choice) { IsRequired = true, Choices = Types, AlsoKnownAs = ["类型"] },
        new("stage", FieldKind.Text) { IsRequired = true, MaxChars = 60, AlsoKnownAs = ["deal_stage", "status", "阶段", "状态"] },
        new("closedFromStage", FieldKind.Text) { MaxChars = 60 },
        new("amount", FieldKind.Amount) { Min = 0, AlsoKnownAs = ["close_value", "value", "金额", "预计金额"] },
        new("currency", FieldKind.Currency) { IsRequired = true, AlsoKnownAs = ["币种", "货币"] },
        new("openedOn", FieldKind.Date) { AlsoKnownAs = ["engage_date", "created", "created_date", "创建日期"] },
        new("closeDate", FieldKind.Date) { AlsoKnownAs = ["close_date", "expected_close_date", "预计成交日期", "成交日期"] },
        new("closeReason", FieldKind.Text) { MaxChars = 200, AlsoKnownAs = ["reason", "原因"] },
        new("need", FieldKind.Text) { MaxChars = 2000, AlsoKnownAs = ["需求"] },
    ];

    public IReadOnlyList<ImportPolicy> Policies { get; } =
    [
        new(OnMissingCustomer, ["refuse", "placeholder"], "What to do with a row that names no customer: refuse it, or book it on one placeholder customer."),
        new(PlaceholderName, [], "Name of the placeholder customer; it is made when it is not there."),
        new(OnMissingAmount, ["zero", "listPrice", "refuse"], "What to do with a row without an amount: leave it at zero, take the product's list price, or refuse it."),
        new(History, ["knownToday", "asDated"],
            "What the past was known to be: everything became known today (the pipeline as of an earlier day does not change), or each change on its own date."),
    ];

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var lookups = new Lookups(
            new MemberLookup(await members.All(db, ct)),
            await products.All(db, ct),
            await Seen(db, run, [.. rows.Select(row => row.Text("customer")).OfType<string>().Distinct()], ct));
        if (run.Policy(OnMissingCustomer) == "placeholder" && rows.Any(row => row.Text("customer") is null))
            lookups = lookups with { Placeholder = await Placeholder(db, run, ct) };
        var wanted = new List<OpportunityIntake>();
        foreach (var row in rows)
            if (Wanted(run, row, lookups, await custom.Read(db, run, row, ct)) is { } opportunity) wanted.Add(opportunity);
        var answers = new Queue<IntakeAnswer>(await intake.TakeIn(db, wanted, ct));
        return [.. rows.Select(row => row.IsRefused ? new IntakeAnswer(IntakeResult.Refused, null, []) : answers.Dequeue())];
    }

    sealed record Lookups(MemberLookup Members, IReadOnlyList<ProductRef> Products, List<CustomerName> Customers)
    {
        public CustomerName? Placeholder { get; init; }
    }

    static OpportunityIntake? Wanted(ImportRun run, RowValues row, Lookups lookups, IReadOnlyDictionary<string, JsonElement>? own)
    {
        var owner = lookups.Members.Find(run, row, "owner");
        var customer = Customer(row, lookups);
        var product = Product(row, lookups);
        var currency = Currency.Parse(row.Text("currency")!);
        var amount = Amount(run, row, product, currency);
        var stage = row.Text("stage")!;
        var isClosed = Closed.Contains(stage);
        if (isClosed && row.Text("closedFromStage") is null)
            row.Refuse("closedFromStage", "import/value-missing", "A closed opportunity needs the stage it was closed from: map a column or give a constant.");
        if (isClosed && row.Date("closeDate") is null) row.Refuse("closeDate", "import/value-missing", "A closed opportunity needs the date it was closed on.");
        if (isClosed && row.Text("closeReason") is null) row.Refuse("closeReason", "import/value-missing", "A closed opportunity needs a reason.");
        if (row.Date("openedOn") is { } opened && isClosed && row.Date("closeDate") < opened)
            row.Refuse("closeDate", "import/dates-out-of-order", "It was closed before it was opened.");
        RefuseFuture(run, row, "openedOn");
        if (isClosed) RefuseFuture(run, row, "closeDate");
        if (row.IsRefused) return null;
        return new OpportunityIntake
        {
            Key = run.KeyOf(row),
            Said = Said(run, row, customer!.Id, owner!.Id, product?.Id) + (own is null ? "" : JsonSerializer.Serialize(own, StoredJson.Options)),
            Name = row.Text("name")!,
            CustomerId = customer.Id,
            Type = row.Text("type")!,
            Currency = currency.Code,
            Need = row.Text("need"),
            Custom = own,
            Lines = product is null ? [] : [new OpportunityIntakeLine(product.Id, row.Number("quantity") ?? 1, amount ?? 0)],
            Moments = Moments(run, row, owner.Id, stage, isClosed, amount),
        };
    }

    /// <summary>The row as the file has it, so that the same file is the same whoever sends it and on whatever day.</summary>
    static string Said(ImportRun run, RowValues row, Guid customerId, Guid ownerId, Guid? productId) => JsonSerializer.Serialize<object?[]>(
    [
        row.Text("name"), customerId, row.Text("owner") is null ? null : ownerId, productId, Plain(row.Number("quantity")), row.Text("type"), row.Text("currency"),
        row.Number("amount") is { } amount ? Plain(amount) : run.Policy(OnMissingAmount), row.Text("stage"), row.Text("closedFromStage"),
        row.Date("openedOn"), row.Date("closeDate"), row.Text("closeReason"), row.Text("need"), run.Policy(History),
    ]);

    /// <summary>1054 and 1054.00 are one number.</summary>
    static string? Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The tenant's day may be one ahead of UTC; nothing that has happened lies beyond it.</summary>
    static void RefuseFuture(ImportRun run, RowValues row, string field)
    {
        if (row.Date(field) > DateOnly.FromDateTime(run.AskedAt).AddDays(1)) row.Refuse(field, "import/date-in-future", $"{row.Date(field):yyyy-MM-dd} has not come yet.");
    }

    static List<OpportunityMoment> Moments(ImportRun run, RowValues row, Guid ownerId, string stage, bool isClosed, decimal? amount)
    {
        var isDated = run.Policy(History) == "asDated";
        var opened = Noon(row.Date("openedOn") ?? (isClosed && isDated ? row.Date("closeDate") : null), run.AskedAt);
        var open = new OpportunityMoment
        {
            AtUtc = isDated ? opened : null,
            HoldsSinceUtc = opened,
            Stage = isClosed ? row.Text("closedFromStage")! : stage,
            Amount = amount,
            CloseDate = row.Date("closeDate"),
            OwnerId = ownerId,
            ActorId = run.Me,
        };
        if (!isClosed) return [open];
        var closed = Noon(row.Date("closeDate"), run.AskedAt)?.AddMinutes(1);
        return [open, open with { AtUtc = isDated ? closed : null, HoldsSinceUtc = closed, Status = stage, Reason = row.Text("closeReason") }];
    }

    /// <summary>A date in a file names no hour: noon UTC lies on that day in most of the world. Never after the import was asked for.</summary>
    static DateTime? Noon(DateOnly? date, DateTime latest) => date is { } day
        ? day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) is var noon && noon < latest.AddMinutes(-2) ? noon : latest.AddMinutes(-2)
        : null;

    /// <summary>The customers of these names that the caller sees; of the others it learns nothing.</summary>
    async Task<List<CustomerName>> Seen(CrmDb db, ImportRun run, IReadOnlyCollection<string> names, CancellationToken ct) =>
        [.. (await customers.Find(db, names, ct)).Where(customer => run.SeesCustomerOf(customer.OwnerId, customer.DepartmentId))];

    static CustomerName? Customer(RowValues row, Lookups lookups)
    {
        if (row.Text("customer") is not { } written)
        {
            if (lookups.Placeholder is { } placeholder)
            {
                row.Warn("customer", ImportRules.PlaceholderCustomer, "", placeholder.Name);
                return placeholder;
            }
            row.Refuse("customer", "import/customer-missing", "The row names no customer.");
            return null;
        }
        var key = NameKey.Of(written);
        var alike = lookups.Customers.Where(c => NameKey.Of(c.Name) == key || (c.ShortName is not null && NameKey.Of(c.ShortName) == key) || c.Key?.Id == written).ToList();
        var exact = alike.Where(c => c.Name == written || c.ShortName == written || c.Key?.Id == written).ToList();
        var found = exact.Count > 0 ? exact : alike;
        if (found.Count != 1)
        {
            row.Refuse("customer", "import/customer-unknown", found.Count == 0 ? $"There is no customer '{written}'." : $"{found.Count} customers are called '{written}'.");
            return null;
        }
        if (exact.Count == 0) row.Warn("customer", ImportRules.SameLettersAndDigits, written, found[0].Name);
        return found[0];
    }

    static ProductRef? Product(RowValues row, Lookups lookups)
    {
        if (row.Text("product") is not { } written) return null;
        if (lookups.Products.FirstOrDefault(p => p.Code == written || p.Name == written) is { } exact) return exact;
        var key = NameKey.Of(written);
        var alike = lookups.Products.Where(p => NameKey.Of(p.Name) == key || NameKey.Of(p.Code) == key).ToList();
        if (alike.Count != 1)
        {
            row.Refuse("product", "import/product-unknown", alike.Count == 0 ? $"There is no product '{written}'." : $"{alike.Count} products are called '{written}'.");
            return null;
        }
        row.Warn("product", ImportRules.SameLettersAndDigits, written, alike[0].Name);
        return alike[0];
    }

    static decimal? Amount(ImportRun run, RowValues row, ProductRef? product, Currency currency)
    {
        if (row.Amount("amount", currency) is { } amount) return amount;
        switch (run.Policy(OnMissingAmount))
        {
            case "refuse":
                row.Refuse("amount", "import/value-missing", "'amount' is empty.");
                return null;
            case "listPrice" when product is not null && product.Currency == currency.Code:
                var price = Rounding.ToMinor(product.ListPrice * (row.Number("quantity") ?? 1), currency);
                row.Warn("amount", ImportRules.ListPriceForMissingAmount, "", $"{price}");
                return price;
            case "listPrice":
                row.Refuse("amount", "import/no-list-price", "The row has no amount, and no product with a list price in its currency.");
                return null;
            default:
                return null;
        }
    }

    async Task<CustomerName> Placeholder(CrmDb db, ImportRun run, CancellationToken ct)
    {
        var name = run.Policy(PlaceholderName) is { Length: > 0 } chosen ? chosen : "未注明客户 Unnamed customer";
        var present = (await Seen(db, run, [name], ct)).Where(customer => customer.Name == name).ToList();
        if (present.Count == 1) return present[0];
        var key = new ExternalKey("import-placeholder", NameKey.Of(name));
        var answer = (await newCustomers.TakeIn(db, [new CustomerIntake { Key = key, Name = name, OwnerId = run.Me, KnownKeepsOwner = true }], ct))[0];
        return answer.Id is { } id
            ? new CustomerName(id, name, null, key, run.Me, Guid.Empty)
            : throw new InvalidOperationException($"The placeholder customer was refused: {answer.Reasons[0].Detail}");
    }
}
