using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Platform.Data;

/// <summary>The one place that knows how commit order is read on each engine.</summary>
public static class Positions
{
    internal const string SqlServerHorizon = "select cast(MIN_ACTIVE_ROWVERSION() as bigint) as [Value]";

    /// <summary>Maps key and position columns of a positioned row for the engine. <c>(tenant, position)</c> gets its index when readers follow it.</summary>
    public static EntityTypeBuilder<T> HasPosition<T>(this EntityTypeBuilder<T> entity, Engine engine, bool followed = true)
        where T : PositionedRow
    {
        entity.HasKey(row => row.Seq);
        entity.Ignore(row => row.Position);
        entity.Property(row => row.Seq).ValueGeneratedOnAdd();
        var major = entity.Property(row => row.Major);
        switch (engine)
        {
            case Engine.Sqlite:
                major.HasDefaultValue(0L).ValueGeneratedNever();
                if (followed) entity.HasIndex(row => new { row.TenantId, row.Seq });
                break;
            case Engine.PostgreSql:
                major.HasDefaultValueSql("(pg_current_xact_id()::text)::bigint").ValueGeneratedOnAdd();
                if (!followed) break;
                entity.HasIndex(row => new { row.TenantId, row.Major, row.Seq });
                entity.HasIndex(row => new { row.Major, row.Seq });
                break;
            case Engine.SqlServer:
                major.HasConversion(value => BigEndian(value), bytes => FromBigEndian(bytes))
                    .HasColumnType("rowversion").ValueGeneratedOnAddOrUpdate();
                if (followed) entity.HasIndex(row => new { row.TenantId, row.Major });
                break;
        }
        return entity;
    }

    /// <summary>
    /// Everything strictly below the horizon is final: no row can still appear there. Read it before the rows, in a statement of its own.
    /// </summary>
    public static async Task<long> Horizon(this CrmDb db, CancellationToken cancellation) => db.Engine switch
    {
        Engine.PostgreSql => (await db.Database
            .SqlQueryRaw<long>("""select (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint as "Value" """)
            .ToListAsync(cancellation))[0],
        Engine.SqlServer => (await db.Database.SqlQueryRaw<long>(SqlServerHorizon).ToListAsync(cancellation))[0],
        _ => long.MaxValue,
    };

    /// <summary>The rows after a position and below a horizon, in commit order.</summary>
    public static IQueryable<T> After<T>(this IQueryable<T> rows, Engine engine, CommitPosition position, long horizon)
        where T : PositionedRow => engine == Engine.Sqlite
            ? rows.Where(row => row.Seq > position.Seq).OrderBy(row => row.Seq)
            : rows.Where(AfterMajor<T>(position, horizon)).OrderBy(row => row.Major).ThenBy(row => row.Seq);

    /// <summary>
    /// The same without a horizon, for the reader that asks every moment: the query is taken apart once and not each time. It belongs to one
    /// host's model, so it is kept by something that lives as long as the host.
    /// </summary>
    public static Func<CrmDb, CommitPosition, IAsyncEnumerable<TFacts>> CompileAfter<T, TFacts>(Engine engine, Expression<Func<T, TFacts>> facts, int limit)
        where T : PositionedRow
    {
        Expression<Func<CrmDb, long, long, IQueryable<T>>> after = engine == Engine.Sqlite
            ? (db, major, seq) => db.Set<T>().Where(row => row.Seq > seq).OrderBy(row => row.Seq)
            : (db, major, seq) => db.Set<T>().Where(row => row.Major >= major && (row.Major > major || row.Seq > seq)).OrderBy(row => row.Major).ThenBy(row => row.Seq);
        var limited = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], after.Body, Expression.Constant(limit));
        var selected = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(TFacts)], limited, Expression.Quote(facts));
        var query = EF.CompileAsyncQuery(Expression.Lambda<Func<CrmDb, long, long, IQueryable<TFacts>>>(selected, after.Parameters));
        return (db, position) => query(db, position.Major, position.Seq);
    }

    /// <summary>The rows up to and with a position.</summary>
    public static IQueryable<T> UpTo<T>(this IQueryable<T> rows, Engine engine, CommitPosition position)
        where T : PositionedRow => engine == Engine.Sqlite
            ? rows.Where(row => row.Seq <= position.Seq)
            : rows.Where(row => row.Major <= position.Major && (row.Major < position.Major || row.Seq <= position.Seq));

    static Expression<Func<T, bool>> AfterMajor<T>(CommitPosition position, long horizon)
        where T : PositionedRow =>
        row => row.Major >= position.Major && (row.Major > position.Major || row.Seq > position.Seq) && row.Major < horizon;

    static byte[] BigEndian(long value)
    {
        var bytes = BitConverter.GetBytes(value);
        Array.Reverse(bytes);
        return bytes;
    }

    static long FromBigEndian(byte[] bytes) => BitConverter.ToInt64([.. bytes.Reverse()]);
}
