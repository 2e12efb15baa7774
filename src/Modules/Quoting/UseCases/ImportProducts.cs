using Crm.Contracts;
using Crm.Contracts.Quoting;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Platform.Security;

namespace Crm.Quoting.UseCases;

/// <summary>The product list from CSV.</summary>
internal sealed class ImportProducts(IProductIntake intake, ImportedFields custom) : IImport
{
    public string Resource => "products";

    public Permission Permission => Permission.WriteProducts;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        ImportFields.Key(),
        new("code", FieldKind.Text) { IsRequired = true, MaxChars = 60, AlsoKnownAs = ["sku", "product_code", "产品编码", "编码", "货号"] },
        new("name", FieldKind.Text) { IsRequired = true, AlsoKnownAs = ["product", "product_name", "产品", "产品名称", "名称"] },
        new("line", FieldKind.Text) { MaxChars = 100, AlsoKnownAs = ["series", "category", "product_line", "产品线", "类别", "系列"] },
        new("listPrice", FieldKind.UnitPrice) { IsRequired = true, AlsoKnownAs = ["price", "sales_price", "list_price", "价格", "单价", "标价"] },
        new("currency", FieldKind.Currency) { IsRequired = true, AlsoKnownAs = ["币种", "货币"] },
        new("unit", FieldKind.Text) { MaxChars = 20, AlsoKnownAs = ["单位"] },
    ];

    public IReadOnlyList<ImportPolicy> Policies => [];

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(CrmDb db, ImportRun run, IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var wanted = new List<ProductIntake>(rows.Count);
        foreach (var row in rows)
        {
            var own = await custom.Read(db, run, row, ct);
            if (row.IsRefused) continue;
            wanted.Add(new ProductIntake
            {
                Key = run.KeyOf(row),
                Code = row.Text("code")!,
                Name = row.Text("name")!,
                Line = row.Text("line"),
                ListPrice = row.Number("listPrice")!.Value,
                Currency = row.Text("currency")!,
                Unit = row.Text("unit"),
                Custom = own,
            });
        }
        var answers = new Queue<IntakeAnswer>(await intake.TakeIn(db, wanted, ct));
        return [.. rows.Select(row => row.IsRefused ? new IntakeAnswer(IntakeResult.Refused, null, []) : answers.Dequeue())];
    }
}
