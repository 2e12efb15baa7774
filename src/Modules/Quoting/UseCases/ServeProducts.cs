using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Http;
using Crm.Platform.Importing;
using Crm.Platform.Lists;
using Crm.Platform.Security;
using Crm.Quoting.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Quoting.UseCases;

/// <summary>The product list: every member may read it, those with the right may write it.</summary>
internal static class ServeProducts
{
    const string CodeTakenCode = "products/code-taken";
    const int PutAttempts = 10;

    static readonly ListSpec<Product> Spec = new ListSpec<Product>()
        .Filter("q", "Products whose code or name begins with the text.", Search)
        .Filter("id", row => row.Id)
        .Filter("code", row => row.Code)
        .Filter("name", row => row.Name)
        .Filter("line", row => row.Line)
        .Filter("currency", row => row.Currency)
        .Filter("active", row => row.Active)
        .Sort("code", row => row.Code)
        .Sort("name", row => row.Name)
        .WithCustomFields();

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/products", List).WithName("ListProducts").WithTags("Products").WithSummary("Lists products.")
            .Requires(Permission.ReadProducts).Lists(Spec).Answers<Page<ProductView>>();
        api.MapGet("/products/{id:guid}", Get).WithName("GetProduct").WithTags("Products").WithSummary("Reads a product.")
            .Requires(Permission.ReadProducts).Answers<ProductView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/products", Create).WithName("CreateProduct").WithTags("Products").WithSummary("Creates a product.")
            .Requires(Permission.WriteProducts).Idempotent().Answers<ProductView>(StatusCodes.Status201Created).Refuses(RefusalKind.Conflict);
        api.MapPatch("/products/{id:guid}", Update).WithName("UpdateProduct").WithTags("Products").WithSummary("Edits a product.")
            .Requires(Permission.WriteProducts).RequireIfMatch().Answers<ProductView>().Refuses(RefusalKind.NotFound, RefusalKind.Conflict);
        api.MapPut("/products/by-external/{source}/{externalId}", Put).WithName("PutProductByExternal").WithTags("Products")
            .WithSummary("Creates or replaces the product of an outside system's key.")
            .Requires(Permission.WriteProducts).Answers<ProductView>().Refuses(RefusalKind.Conflict);
        api.MapDelete("/products/{id:guid}", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, true, version, caller, database, custom, http, ct))
            .WithName("ArchiveProduct").WithTags("Products").WithSummary("Archives a product.")
            .Requires(Permission.WriteProducts).RequireIfMatch().Answers<ProductView>().Refuses(RefusalKind.NotFound);
        api.MapPost("/products/{id:guid}/restore", (Guid id, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
                Archive(id, false, version, caller, database, custom, http, ct))
            .WithName("RestoreProduct").WithTags("Products").WithSummary("Brings an archived product back.")
            .Requires(Permission.WriteProducts).RequireIfMatch().Answers<ProductView>().Refuses(RefusalKind.NotFound);
    }

    static async Task<IResult> List(ListQuery query, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        var fields = await custom.For(db, caller, "products", ct);
        return (await Spec.Page(db.Set<Product>(), query, row => ProductView.Of(row, fields), ct, custom: new FieldColumns(db, fields))).ToOk(http);
    }

    static async Task<IResult> Get(Guid id, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        await using var db = database.Read(caller.TenantId);
        Outcome<ProductView> outcome = await db.Set<Product>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? ProductView.Of(row, await custom.For(db, caller, "products", ct))
            : ProductView.NotFound;
        return outcome.ToOk(http);
    }

    static async Task<IResult> Create(ProductFields request, Command command, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        try
        {
            return (await UniqueRaces.AgainWhenTaken(() => database.Write(command.Writes, (db, token) => Save(db, null, request, null, command.Caller, custom, token), ct))).ToCreated(http);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            return CodeTaken.ToProblem();
        }
    }

    static async Task<IResult> Update(
        Guid id, MergePatch<ProductFields> patch, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        try
        {
            return (await UniqueRaces.AgainWhenTaken(() => database.Write<ProductView>(caller.Writes(), async (db, token) =>
            {
                if (await db.Set<Product>().SingleOrDefaultAsync(row => row.Id == id, token) is not { ArchivedAt: null } row) return ProductView.NotFound;
                if (version.Check(row.Version) is { } stale) return stale;
                var patched = patch.ApplyTo(ProductFields.Of(row));
                return patched.Refused(out var refusal) ? refusal : await Save(db, row, patched.Value, null, caller, custom, token);
            }, ct))).ToOk(http);
        }
        catch (DbUpdateException e) when (UniqueKeys.Caused(e))
        {
            return CodeTaken.ToProblem();
        }
    }

    static async Task<IResult> Put(
        string source, string externalId, ProductFields request, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct)
    {
        if (new FieldErrors().Required("source", source, 50).Required("externalId", externalId, 200).ToRefusal("products/invalid") is { } invalid)
            return invalid.ToProblem();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await Replace();
                // Who replaces names no version: after a parallel replacement, replace again.
                if (outcome is { IsRefused: true, Refusal.Kind: RefusalKind.Stale } && attempt < PutAttempts) continue;
                return outcome.ToOk(http);
            }
            catch (DbUpdateException e) when (UniqueKeys.Caused(e))
            {
                // Either a parallel call made the product of this key, and then it is there now, or the code is another product's.
                if (attempt >= PutAttempts) return CodeTaken.ToProblem();
            }
        }

        Task<Outcome<ProductView>> Replace() => database.Write<ProductView>(caller.Writes(), async (db, token) =>
        {
            var row = await db.Set<Product>().SingleOrDefaultAsync(found => found.ExternalSource == source && found.ExternalId == externalId, token);
            if (row is not null) row.ArchivedAt = null;
            var saved = await Save(db, row, request, (source, externalId), caller, custom, token);
            // The code may be that of this very product, which a parallel call has made since it was looked for.
            return row is null && saved is { IsRefused: true, Refusal.Code: CodeTakenCode }
                && await db.Set<Product>().AnyAsync(found => found.ExternalSource == source && found.ExternalId == externalId, token) ? Refusal.Stale() : saved;
        }, ct);
    }

    static async Task<Outcome<ProductView>> Save(
        CrmDb db, Product? row, ProductFields fields, (string Source, string Id)? key, Caller caller, CustomFields custom, CancellationToken ct)
    {
        if (fields.Check().ToRefusal("products/invalid") is { } invalid) return invalid;
        var codeKey = ProductFields.KeyOf(fields.Code);
        var ownId = row?.Id;
        if (await db.Set<Product>().AnyAsync(other => other.CodeKey == codeKey && other.Id != ownId, ct)) return CodeTaken;
        var id = row?.Id ?? Guid.CreateVersion7(db.UtcNow());
        var former = row is null ? CustomValues.None : CustomValues.Of(row);
        var decided = await custom.Decide(db, FieldWriter.Of(caller), "products", id, former, fields.Custom, row is null, ct);
        if (decided.Refused(out var wrong)) return wrong;
        if (row is null)
        {
            row = new Product
            {
                Id = id,
                Code = "",
                CodeKey = "",
                Name = "",
                NameKey = "",
                Currency = "",
                ExternalSource = key?.Source,
                ExternalId = key?.Id,
            };
            db.Add(row);
        }
        fields.ApplyTo(row);
        (row.Custom, row.CustomPersonal) = decided.Value;
        await custom.Store(db, "products", id, former, decided.Value, ct);
        await db.SaveChangesAsync(ct);
        return ProductView.Of(row, await custom.For(db, caller, "products", ct));
    }

    static async Task<IResult> Archive(
        Guid id, bool archive, ExpectedVersion version, Caller caller, Database database, CustomFields custom, HttpContext http, CancellationToken ct) =>
        (await database.Write<ProductView>(caller.Writes(), async (db, token) =>
        {
            if (await db.Set<Product>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } row) return ProductView.NotFound;
            if (version.Check(row.Version) is { } stale) return stale;
            if (archive != row.ArchivedAt is not null) row.ArchivedAt = archive ? db.UtcNow() : null;
            await db.SaveChangesAsync(token);
            return ProductView.Of(row, await custom.For(db, caller, "products", token));
        }, ct)).ToOk(http);

    static Outcome<IQueryable<Product>> Search(IQueryable<Product> rows, string text)
    {
        if (text.Length > 100 || !FieldErrors.IsText(text)) return Refusal.Field("q", "request/bad-filter", "A text of up to 100 characters.");
        var code = ProductFields.KeyOf(text);
        var name = NameKey.Of(text);
        return Outcome<IQueryable<Product>>.Of(name.Length == 0
            ? rows.Where(row => row.CodeKey.StartsWith(code))
            : rows.Where(row => row.CodeKey.StartsWith(code) || row.NameKey.StartsWith(name)));
    }

    static Refusal CodeTaken => Refusal.Conflict(CodeTakenCode, "Another product has this code.");
}
