using System.Text.Json;
using Crm.Contracts.Customers;
using Crm.Contracts.Organization;
using Crm.Platform.Data;
using Crm.Platform.Http;
using Crm.Platform.Importing;

namespace Crm.Platform.Fields;

/// <summary>Custom fields as targets of an import, <c>custom.key</c>: which there are, and what a row says of them.</summary>
public sealed class ImportedFields(CustomFields fields, IOrganizationDirectory organization, ICustomerDirectory customers)
{
    static readonly Dictionary<string, bool> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["yes"] = true,
        ["y"] = true,
        ["1"] = true,
        ["是"] = true,
        ["有"] = true,
        ["√"] = true,
        ["false"] = false,
        ["no"] = false,
        ["n"] = false,
        ["0"] = false,
        ["否"] = false,
        ["无"] = false,
        ["×"] = false,
    };

    /// <summary>The module's own fields and the custom ones that the roles may write.</summary>
    internal async ValueTask<IReadOnlyList<ImportField>> Of(IImport import, Guid tenantId, IReadOnlyCollection<string>? roles, CancellationToken ct) =>
        fields.Resource(import.Resource) is null
            ? import.Fields
            : [.. import.Fields, .. (await fields.Recent(tenantId, ct)).For(import.Resource, roles).Shown.Where(field => field.Writable).Select(field => Target(field.Field))];

    /// <summary>What the row says of custom fields, as an API call would say it; null when it says nothing. What cannot be read stands in the row's reasons.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>?> Read(CrmDb db, ImportRun run, RowValues row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(row);
        Dictionary<string, JsonElement>? values = null;
        foreach (var field in (await fields.Of(db, ct)).Of(run.Resource).Where(field => !field.Retired))
        {
            if (row.Value(field.Path) is not { } value) continue;
            if (await Read(db, run, row, field, value, ct) is { } given) (values ??= [])[field.Key] = JsonSerializer.SerializeToElement(given, StoredJson.Options);
        }
        return values;
    }

    static ImportField Target(FieldDefinition field) => new(field.Path, field.Type switch
    {
        CustomFieldType.Number or CustomFieldType.Money => FieldKind.Number,
        CustomFieldType.Date => FieldKind.Date,
        _ => FieldKind.Text,
    })
    {
        MaxChars = field.Type is CustomFieldType.LongText or CustomFieldType.Choices ? FieldLimits.LongTextLength : FieldValueRow.TextLength,
        Min = field.Rules.Min ?? -FieldLimits.MaxNumber,
        Max = field.Rules.Max ?? FieldLimits.MaxNumber,
        AlsoKnownAs = [field.Key, field.LabelEn, field.LabelZh],
    };

    async Task<object?> Read(CrmDb db, ImportRun run, RowValues row, FieldDefinition field, object value, CancellationToken ct)
    {
        if (value is DateOnly date) return Lists.FilterValue.Write(date);
        if (value is decimal number) return field.Type == CustomFieldType.Money ? new { amount = number, currency = field.Rules.CurrencyCode } : number;
        var text = (string)value;
        switch (field.Type)
        {
            case CustomFieldType.YesNo:
                if (Answers.TryGetValue(text, out var yes)) return yes;
                row.Refuse(field.Path, "import/answer-not-understood", "Is neither yes nor no: yes, no, true, false, 1, 0, 是 or 否.");
                return null;
            case CustomFieldType.Instant:
                if (UtcInstantJson.TryParse(text, out _)) return text;
                row.Refuse(field.Path, "import/instant-not-understood", "Is no instant like 2026-11-23T08:00:00Z.");
                return null;
            case CustomFieldType.Choice:
                return Choice(row, field, text);
            case CustomFieldType.Choices:
                var chosen = text.Split([',', '，', ';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Choice(row, field, one)).ToList();
                return chosen.Contains(null) ? null : chosen;
            case CustomFieldType.Member:
                if (Guid.TryParseExact(text, "D", out var member) && await organization.Member(db.TenantId, member, ct) is not null) return text;
                if ((await organization.MembersByUserName(db.TenantId, [text], ct)).TryGetValue(text, out var named)) return named.Id.ToString("D");
                row.Refuse(field.Path, "import/member-unknown", "There is no member of this user name or id.");
                return null;
            case CustomFieldType.Customer:
                var customer = Guid.TryParseExact(text, "D", out var id)
                    ? await customers.Find(db, id, ct)
                    : (await customers.FindByName(db, [text], ct)).GetValueOrDefault(text);
                if (customer is not null && run.SeesCustomerOf(customer.OwnerId, customer.DepartmentId)) return customer.Id.ToString("D");
                row.Refuse(field.Path, "import/customer-unknown", "There is no customer of this name or id.");
                return null;
            default:
                return text;
        }
    }

    /// <summary>By its key, or by either label, letters and digits compared; another reading than as written is told on the row.</summary>
    static string? Choice(RowValues row, FieldDefinition field, string text)
    {
        var list = field.Choices!;
        if (list.Find(text) is not null) return text;
        var offered = list.Values.Where(value => !value.Retired).ToList();
        if (ImportRules.Find(text, offered.SelectMany(value => new[] { value.Key, value.LabelEn, value.LabelZh }).Distinct()) is { } match
            && offered.Where(value => value.Key == match.Name || value.LabelEn == match.Name || value.LabelZh == match.Name).ToList() is [var found])
        {
            if (match.Rule is not null) row.Warn(field.Path, match.Rule, text, found.Key);
            return found.Key;
        }
        // As written: whoever checks the value says what is offered.
        return text;
    }
}
