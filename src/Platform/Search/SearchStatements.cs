using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Platform.Search;

/// <summary>The statements that the change tracker would make slow and the three engines say each in their own way.</summary>
static class SearchStatements
{
    const int JsonRows = 5_000;

    static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Prepared = [];

    /// <summary>What a look-up found: which one, and the record's number as the index has it.</summary>
    internal readonly record struct Posting(int Slot, long Doc);

    internal readonly record struct Slot(int Number, SearchTerm.Range Range);

    internal readonly record struct Doc(long No, int Kind, Guid RecordId, string Text);

    public static Task Add(CrmDb db, Guid tenantId, List<(long Term, long Doc)> rows, CancellationToken ct) => Write(db, tenantId, rows, isAdding: true, ct);

    public static Task Remove(CrmDb db, Guid tenantId, List<(long Term, long Doc)> rows, CancellationToken ct) => Write(db, tenantId, rows, isAdding: false, ct);

    /// <summary>The first records of each range, all in one round trip.</summary>
    public static async Task<List<Posting>> Postings(CrmDb db, IReadOnlyList<Slot> slots, int most, CancellationToken ct)
    {
        var found = new List<Posting>();
        if (slots.Count == 0) return found;
        await using var command = Command(db);
        Tenant(command, db, db.TenantId);
        command.CommandText = db.Engine switch
        {
            Engine.Sqlite => string.Join(" union all ", slots.Select((slot, i) => string.Create(CultureInfo.InvariantCulture,
                $"""select {slot.Number}, "Doc" from (select "Doc" from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" >= @from{i} and "Term" < @below{i} order by "Term", "Doc" limit {most})"""))),
            Engine.PostgreSql =>
                $"""
                 select asked.slot, found."Doc" from unnest(@slots, @froms, @belows) as asked(slot, first, past)
                 cross join lateral (select term."Doc" from "{SearchModel.Terms}" term where term."TenantId" = @tenant and term."Term" >= asked.first and term."Term" < asked.past
                 order by term."Term", term."Doc" limit {most}) found
                 """,
            _ =>
                $"""
                 select asked.slot, found.[Doc] from openjson(@slots) with (slot int '$[0]', first bigint '$[1]', past bigint '$[2]') asked
                 cross apply (select top ({most}) term.[Doc] from [{SearchModel.Terms}] term where term.[TenantId] = @tenant and term.[Term] >= asked.first and term.[Term] < asked.past
                 order by term.[Term], term.[Doc]) found
                 """,
        };
        switch (db.Engine)
        {
            case Engine.Sqlite:
                for (var i = 0; i < slots.Count; i++)
                {
                    Value(command, string.Create(CultureInfo.InvariantCulture, $"@from{i}"), slots[i].Range.From);
                    Value(command, string.Create(CultureInfo.InvariantCulture, $"@below{i}"), slots[i].Range.Below);
                }
                break;
            case Engine.PostgreSql:
                Value(command, "@slots", slots.Select(slot => slot.Number).ToArray());
                Value(command, "@froms", slots.Select(slot => slot.Range.From).ToArray());
                Value(command, "@belows", slots.Select(slot => slot.Range.Below).ToArray());
                break;
            default:
                Value(command, "@slots", JsonSerializer.Serialize(slots.Select(slot => new long[] { slot.Number, slot.Range.From, slot.Range.Below })));
                break;
        }
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) found.Add(new Posting(rows.GetInt32(0), rows.GetInt64(1)));
        return found;
    }

    /// <summary>The different terms of the ranges, each range's first ones.</summary>
    public static async Task<List<long>> Distinct(CrmDb db, IReadOnlyList<SearchTerm.Range> ranges, int most, CancellationToken ct)
    {
        var found = new List<long>();
        foreach (var range in ranges)
        {
            await using var command = Command(db);
            Tenant(command, db, db.TenantId);
            Value(command, "@from", range.From);
            Value(command, "@below", range.Below);
            // From term to term and not from row to row: a common word has a hundred thousand.
            command.CommandText = db.Engine == Engine.SqlServer
                ? $"select distinct top ({most}) [Term] from [{SearchModel.Terms}] where [TenantId] = @tenant and [Term] >= @from and [Term] < @below"
                : $"""
                   with recursive word(term) as (
                     select * from (select "Term" from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" >= @from and "Term" < @below order by "Term" limit 1) start
                     union all
                     select (select "Term" from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" > word.term and "Term" < @below order by "Term" limit 1)
                     from word where word.term is not null)
                   select term from word where term is not null limit {most}
                   """;
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct)) found.Add(rows.GetInt64(0));
        }
        return found;
    }

    public static async Task<List<Doc>> Docs(CrmDb db, IReadOnlyCollection<long> numbers, bool archived, CancellationToken ct)
    {
        if (numbers.Count == 0) return [];
        await using var command = Command(db);
        Tenant(command, db, db.TenantId);
        Value(command, "@archived", archived);
        Numbers(command, db, numbers);
        command.CommandText = Columns(db, $"{In(db, "No", "bigint")} and {Name(db, "IsArchived")} = @archived");
        return await Read(command, ct);
    }

    public static async Task<List<Doc>> DocsOf(CrmDb db, int kind, IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var wanted = records.ToArray();
        return await db.Set<SearchDocRow>().AsNoTracking().Where(doc => doc.Kind == kind && !doc.IsArchived && EF.Parameter(wanted).Contains(doc.RecordId))
            .Select(doc => new Doc(doc.No, doc.Kind, doc.RecordId, doc.Text)).ToListAsync(ct);
    }

    /// <summary>Removes terms of a range, so many at the most.</summary>
    /// <returns>How many were removed.</returns>
    public static async Task<int> Drop(CrmDb db, SearchTerm.Range range, int most, CancellationToken ct)
    {
        await using var command = Command(db);
        Tenant(command, db, db.TenantId);
        Value(command, "@from", range.From);
        Value(command, "@below", range.Below);
        command.CommandText = db.Engine switch
        {
            Engine.Sqlite => $"""delete from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" >= @from and "Term" <= (select max("Term") from (select "Term" from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" >= @from and "Term" < @below order by "Term" limit {most}))""",
            Engine.PostgreSql => $"""delete from "{SearchModel.Terms}" where ctid = any(array(select ctid from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" >= @from and "Term" < @below limit {most}))""",
            _ => $"delete top ({most}) from [{SearchModel.Terms}] where [TenantId] = @tenant and [Term] >= @from and [Term] < @below",
        };
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Holds rows against change until the unit of work ends. SQLite has no other writer.</summary>
    public static async Task Hold(CrmDb db, IEntityType type, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (db.Engine == Engine.Sqlite || ids.Count == 0) return;
        var table = type.GetTableName()!;
        await using var command = Command(db);
        Tenant(command, db, db.TenantId);
        if (db.Engine == Engine.PostgreSql)
        {
            Value(command, "@ids", ids.ToArray());
            command.CommandText = $"""select 1 from "{table}" where "TenantId" = @tenant and "Id" = any(@ids) order by "Id" for update""";
        }
        else
        {
            Value(command, "@ids", JsonSerializer.Serialize(ids.Select(id => Convert.ToHexString(id.ToByteArray(true)))));
            command.CommandText = $"select count(*) from [{table}] with (updlock, rowlock) where [TenantId] = @tenant and [Id] in (select convert(binary(16), value, 2) from openjson(@ids))";
        }
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task Write(CrmDb db, Guid tenantId, List<(long Term, long Doc)> rows, bool isAdding, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        // In the order of the index, so that neighbours are written together and two writers wait in the same order.
        rows.Sort();
        if (db.Engine == Engine.Sqlite)
        {
            OneByOne(db, tenantId, rows, isAdding);
            return;
        }
        foreach (var chunk in rows.Chunk(JsonRows))
        {
            await using var command = Command(db);
            Tenant(command, db, tenantId);
            if (db.Engine == Engine.PostgreSql)
            {
                Value(command, "@terms", Array.ConvertAll(chunk, row => row.Term));
                Value(command, "@docs", Array.ConvertAll(chunk, row => row.Doc));
                command.CommandText = isAdding
                    ? $"""insert into "{SearchModel.Terms}" ("TenantId", "Term", "Doc") select @tenant, term, doc from unnest(@terms, @docs) as added(term, doc)"""
                    : $"""delete from "{SearchModel.Terms}" t using unnest(@terms, @docs) as gone(term, doc) where t."TenantId" = @tenant and t."Term" = gone.term and t."Doc" = gone.doc""";
            }
            else
            {
                Value(command, "@rows", JsonSerializer.Serialize(chunk.Select(row => new[] { row.Term, row.Doc })));
                const string From = "from openjson(@rows) with (term bigint '$[0]', doc bigint '$[1]') given";
                command.CommandText = isAdding
                    ? $"insert into [{SearchModel.Terms}] ([TenantId], [Term], [Doc]) select @tenant, given.term, given.doc {From}"
                    : $"delete t {From} join [{SearchModel.Terms}] t on t.[TenantId] = @tenant and t.[Term] = given.term and t.[Doc] = given.doc";
            }
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static void OneByOne(CrmDb db, Guid tenantId, List<(long Term, long Doc)> rows, bool isAdding)
    {
        var connection = db.Database.GetDbConnection();
        var commands = Prepared.GetOrCreateValue(connection);
        var text = isAdding
            ? $"""insert into "{SearchModel.Terms}" ("TenantId", "Term", "Doc") values (@tenant, @term, @doc)"""
            : $"""delete from "{SearchModel.Terms}" where "TenantId" = @tenant and "Term" = @term and "Doc" = @doc""";
        if (!commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var name in (string[])["@tenant", "@term", "@doc"]) Value(command, name, 0L);
            commands[text] = command;
        }
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.Parameters[0].Value = tenantId.ToByteArray(true);
        foreach (var (term, doc) in rows)
        {
            command.Parameters[1].Value = term;
            command.Parameters[2].Value = doc;
            command.ExecuteNonQuery();
        }
    }

    static DbCommand Command(CrmDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    static void Tenant(DbCommand command, CrmDb db, Guid tenantId) => Value(command, "@tenant", db.Engine == Engine.PostgreSql ? tenantId : tenantId.ToByteArray(true));

    static void Numbers(DbCommand command, CrmDb db, IReadOnlyCollection<long> numbers) =>
        Value(command, "@numbers", db.Engine == Engine.PostgreSql ? numbers.ToArray() : JsonSerializer.Serialize(numbers));

    static string In(CrmDb db, string column, string type) => db.Engine switch
    {
        Engine.Sqlite => $"\"{column}\" in (select value from json_each(@numbers))",
        Engine.PostgreSql => $"\"{column}\" = any(@numbers)",
        _ => $"[{column}] in (select convert({type}, value) from openjson(@numbers))",
    };

    static string Name(CrmDb db, string name) => db.Engine == Engine.SqlServer ? $"[{name}]" : $"\"{name}\"";

    static string Columns(CrmDb db, string where)
    {
        var text = new StringBuilder("select ");
        text.AppendJoin(", ", new[] { "No", "Kind", "RecordId", "Text" }.Select(column => Name(db, column)));
        return text.Append(CultureInfo.InvariantCulture, $" from {Name(db, SearchModel.Docs)} where {Name(db, "TenantId")} = @tenant and {where}").ToString();
    }

    static async Task<List<Doc>> Read(DbCommand command, CancellationToken ct)
    {
        var found = new List<Doc>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            found.Add(new Doc(rows.GetInt64(0), rows.GetInt32(1), rows.GetValue(2) is Guid id ? id : new Guid((byte[])rows.GetValue(2), true), rows.GetString(3)));
        return found;
    }

    static void Value(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
