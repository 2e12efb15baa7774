using Crm.Contracts;
using Crm.Contracts.Quoting;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Importing;
using Crm.Quoting.Data;
using Crm.Quoting.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Quoting.Directory;

/// <summary>The product list as other modules read and fill it, in the unit of work that they pass.</summary>
internal sealed class ProductDirectory(CustomFields custom) : IProductDirectory, IProductIntake
{
    const int ChunkSize = 500;
    const int MostProducts = 10_000;

    public async Task<ProductRef?> Find(IUnitOfWork unit, Guid productId, CancellationToken ct) =>
        (await FindMany(unit, [productId], ct)).GetValueOrDefault(productId);

    public async Task<IReadOnlyDictionary<Guid, ProductRef>> FindMany(IUnitOfWork unit, IReadOnlyCollection<Guid> productIds, CancellationToken ct)
    {
        var found = new Dictionary<Guid, ProductRef>(productIds.Count);
        foreach (var chunk in productIds.Distinct().Chunk(ChunkSize))
        {
            foreach (var row in await Rows(unit).Where(row => chunk.Contains(row.Id)).ToListAsync(ct)) found[row.Id] = Describe(row);
        }
        return found;
    }

    public async Task<IReadOnlyDictionary<string, ProductRef>> FindByCodeOrName(
        IUnitOfWork unit, IReadOnlyCollection<string> codesOrNames, CancellationToken ct)
    {
        var byCode = new Dictionary<string, ProductRef>(StringComparer.Ordinal);
        var byName = new Dictionary<string, ProductRef>(StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in codesOrNames.Distinct(StringComparer.Ordinal).Chunk(ChunkSize))
        {
            var codes = chunk.Select(ProductFields.KeyOf).ToArray();
            var names = chunk.Select(NameKey.Of).ToArray();
            foreach (var row in await Rows(unit).Where(row => row.ArchivedAt == null && (codes.Contains(row.CodeKey) || names.Contains(row.NameKey)))
                .OrderBy(row => row.Id).ToListAsync(ct))
            {
                byCode.TryAdd(row.CodeKey, Describe(row));
                byName.TryAdd(row.Name, Describe(row));
            }
        }
        var found = new Dictionary<string, ProductRef>(StringComparer.Ordinal);
        foreach (var asked in codesOrNames)
        {
            if (byCode.TryGetValue(ProductFields.KeyOf(asked), out var product) || byName.TryGetValue(asked.Trim(), out product)) found[asked] = product;
        }
        return found;
    }

    public async Task<IReadOnlyList<ProductRef>> All(IUnitOfWork unit, CancellationToken ct) =>
        [.. (await Present(unit, ct)).Select(Describe)];

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<ProductIntake> rows, CancellationToken ct)
    {
        var db = unit.Db();
        var products = await db.Set<Product>().AsTracking().ToListAsync(ct);
        var byKey = products.Where(row => row.ExternalId is not null).ToDictionary(row => new ExternalKey(row.ExternalSource!, row.ExternalId!));
        var byCode = products.ToDictionary(row => row.CodeKey, StringComparer.Ordinal);
        var taken = new HashSet<(Guid, string)>();
        var answers = new List<IntakeAnswer>(rows.Count);
        foreach (var row in rows) answers.Add(await Take(db, row, byKey, byCode, taken, ct));
        await db.SaveChangesAsync(ct);
        return answers;
    }

    async Task<IntakeAnswer> Take(
        CrmDb db, ProductIntake row, Dictionary<ExternalKey, Product> byKey, Dictionary<string, Product> byCode, HashSet<(Guid, string)> taken, CancellationToken ct)
    {
        var errors = ProductFields.CheckPrice(new FieldErrors()
            .Required("code", row.Code, 60)
            .Required("name", row.Name, 200)
            .Optional("line", row.Line, 100)
            .Optional("unit", row.Unit, 20)
            .When(!Currency.TryParse(row.Currency, out var currency), "currency", "Not a currency of ISO 4217.")
            .When(row.Key is { Source.Length: 0 or > 50 } or { Id.Length: 0 or > 200 }, "key", "A source of 1 to 50 and an id of 1 to 200 characters."), row.ListPrice);
        if (errors.Any) return new IntakeAnswer(IntakeResult.Refused, null, [.. errors.All.Select(e => new IntakeReason(e.Field, "products/invalid", e.Detail))]);

        var codeKey = ProductFields.KeyOf(row.Code);
        var known = row.Key is { } key ? byKey.GetValueOrDefault(key) : null;
        var coded = byCode.GetValueOrDefault(codeKey);
        if (coded is not null && coded != known && (known is not null || coded.ExternalId is not null && row.Key is not null))
            return IntakeAnswer.Refused("code", "products/code-taken", "Another product has this code.");
        var product = known ?? coded;
        var isNew = product is null;
        var id = product?.Id ?? Guid.CreateVersion7(db.UtcNow());
        var former = product is null ? CustomValues.None : CustomValues.Of(product);
        var decided = await custom.Decide(db, FieldWriter.System, "products", id, former, row.Custom, isNew, ct, taken);
        if (decided.Refused(out var wrong))
            return new IntakeAnswer(IntakeResult.Refused, null, [.. wrong.Errors!.SelectMany(e => e.Value.Select(detail => new IntakeReason(e.Key, wrong.Code, detail)))]);
        if (product is null)
        {
            product = new Product { Id = id, Code = "", CodeKey = "", Name = "", NameKey = "", Currency = "" };
            db.Add(product);
        }
        else
        {
            byCode.Remove(product.CodeKey);
        }
        new ProductFields
        {
            Code = row.Code,
            Name = row.Name,
            Line = row.Line ?? product.Line,
            Unit = row.Unit ?? product.Unit,
            ListPrice = new Money(row.ListPrice, currency),
            Active = isNew || product.Active,
        }.ApplyTo(product);
        product.ArchivedAt = null;
        (product.Custom, product.CustomPersonal) = decided.Value;
        await custom.Store(db, "products", id, former, decided.Value, ct);
        byCode[codeKey] = product;
        if (row.Key is not null && product.ExternalId is null)
        {
            (product.ExternalSource, product.ExternalId) = (row.Key.Source, row.Key.Id);
            byKey[row.Key] = product;
        }
        return IntakeAnswer.Of(
            isNew ? IntakeResult.Created : db.Entry(product).State == EntityState.Modified ? IntakeResult.Updated : IntakeResult.Unchanged, product.Id);
    }

    static Task<List<Product>> Present(IUnitOfWork unit, CancellationToken ct) =>
        Rows(unit).Where(row => row.ArchivedAt == null).OrderBy(row => row.Code).ThenBy(row => row.Id).Take(MostProducts).ToListAsync(ct);

    static IQueryable<Product> Rows(IUnitOfWork unit) => unit.Db().Set<Product>().AsNoTracking();

    static ProductRef Describe(Product row) => new(
        row.Id, row.Code, row.Name, row.Line, row.Unit, Scaled.UnitPrice(row.ListPriceE6), row.Currency, row.Active && row.ArchivedAt is null);
}
