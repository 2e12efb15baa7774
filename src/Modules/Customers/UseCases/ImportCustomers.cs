using Crm.Contracts;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Platform.Security;

namespace Crm.Customers.UseCases;

/// <summary>Customers from CSV, each with at most one contact per row.</summary>
internal sealed class ImportCustomers(
    ICustomerIntake intake, ICustomerDirectory customers, IMemberNames members, CustomFields fields, ImportedFields custom) : IImport
{
    const string IndustrySpelling = "industrySpelling";

    public string Resource => "customers";

    public Permission Permission => Permission.WriteCustomers;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        ImportFields.Key("客户编号"),
        new("name", FieldKind.Text) { IsRequired = true, AlsoKnownAs = ["account", "customer", "company", "company_name", "客户", "客户名称", "公司名称", "名称"] },
        new("shortName", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["简称"] },
        new("unifiedSocialCreditCode", FieldKind.Text) { MaxChars = 18, AlsoKnownAs = ["uscc", "统一社会信用代码", "信用代码", "税号"] },
        new("industry", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["sector", "行业"] },
        new("region", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["office_location", "country", "city", "地区", "区域", "城市"] },
        new("address", FieldKind.Text) { MaxChars = 300, AlsoKnownAs = ["地址"] },
        new("employees", FieldKind.WholeNumber) { Min = 0, Max = 10_000_000, AlsoKnownAs = ["员工数", "人数"] },
        new("revenueMillions", FieldKind.Number) { Min = 0, Max = 100_000_000, AlsoKnownAs = ["revenue", "年收入", "营业额"] },
        new("foundedYear", FieldKind.WholeNumber) { Min = 1000, Max = 2199, AlsoKnownAs = ["year_established", "成立年份"] },
        new("parentName", FieldKind.Text) { AlsoKnownAs = ["subsidiary_of", "parent", "母公司", "上级公司"] },
        new("owner", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["sales_agent", "负责人", "所有者"] },
        new("contactName", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["contact", "联系人"] },
        new("contactTitle", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["职务"] },
        new("contactMobile", FieldKind.Text) { MaxChars = 40, AlsoKnownAs = ["mobile", "phone", "手机", "电话"] },
        new("contactEmail", FieldKind.Text) { MaxChars = 200, AlsoKnownAs = ["email", "邮箱"] },
    ];

    public IReadOnlyList<ImportPolicy> Policies { get; } =
    [
        new(IndustrySpelling, ["mend", "asWritten"],
            "A word one letter away from exactly one industry of the tenant's list is taken for it and reported; or every word is taken as written."),
    ];

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var lookup = new MemberLookup(await members.All(db, ct));
        await RefuseForeign(db, run, rows, ct);
        var industries = (await fields.Of(db, ct)).List(Domain.Industries.List)!;
        var wanted = new List<CustomerIntake>();
        foreach (var row in rows)
        {
            var owner = lookup.Find(run, row, "owner");
            if (row.Text("contactName") is null && (row.Text("contactMobile") ?? row.Text("contactEmail")) is not null)
                row.Refuse("contactName", "import/value-missing", "A number or address of a contact without a name.");
            var own = await custom.Read(db, run, row, ct);
            if (row.IsRefused) continue;
            wanted.Add(new CustomerIntake
            {
                Key = run.KeyOf(row),
                Name = row.Text("name")!,
                ShortName = row.Text("shortName"),
                UnifiedSocialCreditCode = row.Text("unifiedSocialCreditCode")?.ToUpperInvariant(),
                Industry = Industry(run, row, industries),
                Region = row.Text("region"),
                Address = row.Text("address"),
                Employees = row.WholeNumber("employees"),
                RevenueMillions = row.Number("revenueMillions"),
                FoundedYear = row.WholeNumber("foundedYear"),
                ParentName = row.Text("parentName"),
                OwnerId = owner!.Id,
                KnownKeepsOwner = row.Text("owner") is null,
                Contacts = Contacts(row),
                Custom = own,
            });
        }
        var answers = new Queue<IntakeAnswer>(await intake.TakeIn(db, wanted, ct));
        return [.. rows.Select(row => row.IsRefused ? new IntakeAnswer(IntakeResult.Refused, null, []) : answers.Dequeue())];
    }

    /// <summary>A known key does not open a customer of which the caller may write nothing.</summary>
    async Task RefuseForeign(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        foreach (var source in rows.Where(row => run.KeyOf(row) is not null).GroupBy(row => run.KeyOf(row)!.Source))
        {
            var known = await customers.FindByExternal(db, source.Key, [.. source.Select(row => run.KeyOf(row)!.Id)], ct);
            foreach (var row in source)
            {
                if (known.TryGetValue(run.KeyOf(row)!.Id, out var customer) && !run.MayWriteFor(customer.OwnerId, customer.DepartmentId))
                    row.Refuse(ImportFields.ExternalId, "import/record-out-of-scope", "This customer is known, and belongs to somebody whose records you may not write.");
            }
        }
    }

    /// <summary>A choice of the tenant's list by its key or either label; a misspelt key where the caller lets it be mended; any other word as written.</summary>
    static string? Industry(ImportRun run, RowValues row, ChoiceList industries)
    {
        if (row.Text("industry") is not { } written || run.Policy(IndustrySpelling) == "asWritten") return row.Text("industry");
        var offered = industries.Values.Where(value => !value.Retired).ToList();
        if (ImportRules.Find(written, offered.Select(value => value.Key), allowOneLetterOff: true) is { Rule: null or ImportRules.OneLetterOff } key)
        {
            if (key.Rule is not null) row.Warn("industry", key.Rule, written, key.Name);
            return key.Name;
        }
        if (offered.Where(value => value.LabelZh == written || value.LabelEn == written).ToList() is not [var labelled]) return written;
        row.Warn("industry", ImportRules.SameLettersAndDigits, written, labelled.Key);
        return labelled.Key;
    }

    static List<ContactIntake> Contacts(RowValues row) => row.Text("contactName") is { } name
        ? [new ContactIntake { Name = name, Title = row.Text("contactTitle"), Mobile = row.Text("contactMobile"), Email = row.Text("contactEmail"), IsPrimary = true }]
        : [];
}
