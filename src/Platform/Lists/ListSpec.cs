using System.Linq.Expressions;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Crm.Platform.Lists;

/// <summary>
/// What a list can be filtered and sorted by: one grammar for every list. Each sort stands on an index <c>(tenant, key, id)</c>;
/// pages are keyset, so the last page costs what the first does.
/// </summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class ListSpec<T> : IListSpec
    where T : class
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    public const int CountCap = 100_000;

    // By its members, not its base: a row that is an immutable record archives just as well.
    static readonly bool Archives = typeof(T).GetProperty(nameof(Entity.ArchivedAt)) is not null && typeof(T).GetProperty(nameof(Entity.UpdatedAt)) is not null;

    static readonly string[] Reserved = Archives ? ["sort", "limit", "cursor", "count", "archived", "updatedSince"] : ["sort", "limit", "cursor", "count"];

    /// <summary>What tells rows of the same sort key apart: the id, or the sequence number of a row that has none.</summary>
    static readonly (Type Type, LambdaExpression Key) TieBreak = TieBreakOf();

    readonly Dictionary<string, FilterField<T>> _fields = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Func<IQueryable<T>, string, Outcome<IQueryable<T>>> Apply, string Description)> _custom = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Type Type, Func<CrmDb, string, Outcome<Expression<Func<T, bool>>>> Keeps, string Description)> _beyond = new(StringComparer.Ordinal);
    readonly Dictionary<string, ISort> _sorts = new(StringComparer.Ordinal);
    string _defaultSort = "";

    public IEnumerable<ListParameter> Parameters =>
    [
        .. _custom.Select(c => new ListParameter(c.Key, typeof(string), c.Value.Description)),
        .. _beyond.Select(b => new ListParameter(b.Key, b.Value.Type, b.Value.Description)),
        .. _fields.Values.SelectMany(f => f.Parameters),
        new("sort", typeof(string), $"One of {string.Join(", ", _sorts.Keys.SelectMany(s => new[] { s, "-" + s }))}. Default {_defaultSort}."),
        new("limit", typeof(int), $"1 to {MaxLimit}, default {DefaultLimit}."),
        new("cursor", typeof(string), "nextCursor of the page before, with the same sort."),
        new("count", typeof(bool), $"true: totalCount, counted up to {CountCap}."),
        .. Archives
            ? [new ListParameter("archived", typeof(bool), "true: archived rows instead of the others."),
               new ListParameter("updatedSince", typeof(DateTime), "Rows changed at or after the instant, archived ones included.")]
            : Array.Empty<ListParameter>(),
    ];

    public ListSpec<T> Filter<TValue>(string name, Expression<Func<T, TValue>> field)
    {
        _fields.Add(name, new FilterField<T>(name, field, scaled: false));
        return this;
    }

    /// <summary>A column that stores an amount scaled; callers give it in major units.</summary>
    public ListSpec<T> FilterAmount(string name, Expression<Func<T, long>> field)
    {
        _fields.Add(name, new FilterField<T>(name, field, scaled: true));
        return this;
    }

    /// <summary>A filter with a meaning of its own, e.g. <c>q</c>.</summary>
    public ListSpec<T> Filter(string name, string description, Func<IQueryable<T>, string, Outcome<IQueryable<T>>> apply)
    {
        _custom.Add(name, (apply, description));
        return this;
    }

    /// <summary>A filter by what stands in another table, e.g. who is to do a task. The list hands its context to <see cref="Page(IQueryable{T}, ListQuery, CancellationToken, CrmDb)"/>.</summary>
    /// <typeparam name="TValue">What the caller gives.</typeparam>
    public ListSpec<T> Filter<TValue>(string name, string description, Func<CrmDb, TValue, Expression<Func<T, bool>>> keeps)
        where TValue : notnull
    {
        _beyond.Add(name, (typeof(TValue), (db, text) => FilterValue.TryRead(text, typeof(TValue), out var value)
            ? keeps(db, (TValue)value!)
            : Refusal.Field(name, "request/bad-filter", $"Expected {FilterValue.Describe(typeof(TValue))}."), description));
        return this;
    }

    /// <summary>The first sort that is named is the default, ascending unless <paramref name="descending"/>. Its key is never null: a nullable field has a stored rank.</summary>
    public ListSpec<T> Sort<TKey>(string name, Expression<Func<T, TKey>> key, bool descending = false)
    {
        _sorts.Add(name, TieBreak.Type == typeof(Guid)
            ? new SortKey<TKey, Guid>(key, (Expression<Func<T, Guid>>)TieBreak.Key)
            : new SortKey<TKey, long>(key, (Expression<Func<T, long>>)TieBreak.Key));
        if (_defaultSort.Length == 0) _defaultSort = descending ? "-" + name : name;
        return this;
    }

    /// <summary>The rows that the query's filters keep; the same for lists, counts, bulk work and exports.</summary>
    public Outcome<IQueryable<T>> Filtered(IQueryable<T> rows, ListQuery query, CrmDb? db = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Archives)
        {
            var archived = Archived(rows, query);
            if (archived.IsRefused) return archived;
            rows = archived.Value;
        }
        foreach (var (parameter, values) in query.Parameters)
        {
            if (values.Count != 1 || string.IsNullOrEmpty(values[0]))
                return Refusal.Field(parameter, "request/bad-filter", "Give the parameter once, with a value.");
            if (Reserved.Contains(parameter)) continue;
            var text = values[0]!;
            if (_custom.TryGetValue(parameter, out var custom))
            {
                var applied = custom.Apply(rows, text);
                if (applied.IsRefused) return applied;
                rows = applied.Value;
                continue;
            }
            if (_beyond.TryGetValue(parameter, out var beyond))
            {
                var kept = beyond.Keeps(db ?? throw new InvalidOperationException($"The list filters by '{parameter}', which needs its context, and gave none."), text);
                if (kept.Refused(out var unread)) return unread;
                rows = rows.Where(kept.Value);
                continue;
            }
            var bracket = parameter.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? parameter : parameter[..bracket];
            var op = bracket < 0 ? "" : parameter[(bracket + 1)..^(parameter.EndsWith(']') ? 1 : 0)];
            if (!_fields.TryGetValue(name, out var field) || bracket >= 0 && (op.Length == 0 || !parameter.EndsWith(']')))
                return Refusal.Field(parameter, "request/unknown-parameter", $"This list has no parameter '{parameter}'.");
            var predicate = field.Predicate(op, text);
            if (predicate.Refused(out var refusal)) return refusal;
            rows = rows.Where(predicate.Value);
        }
        return Outcome<IQueryable<T>>.Of(rows);
    }

    public async Task<Outcome<Page<TView>>> Page<TView>(
        IQueryable<T> rows, ListQuery query, Func<T, TView> view, CancellationToken cancellation, CrmDb? db = null)
    {
        var page = await Page(rows, query, cancellation, db);
        return page.Then(p => p.Showing<TView>([.. p.Items.Select(view)]));
    }

    public async Task<Outcome<Page<T>>> Page(IQueryable<T> rows, ListQuery query, CancellationToken cancellation, CrmDb? db = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filtered = Filtered(rows, query, db);
        if (filtered.Refused(out var refusal)) return refusal;
        var sortText = Text(query, "sort") ?? _defaultSort;
        var descending = sortText.StartsWith('-');
        if (!_sorts.TryGetValue(descending ? sortText[1..] : sortText, out var sort))
            return Refusal.Field("sort", "request/bad-sort", $"Sort by one of {string.Join(", ", _sorts.Keys)}, with a minus sign for descending.");
        var limit = DefaultLimit;
        if (Text(query, "limit") is { } limitText && (!int.TryParse(limitText, out limit) || limit is < 1 or > MaxLimit))
            return Refusal.Field("limit", "request/bad-limit", $"A limit is 1 to {MaxLimit}.");
        var sorted = sort.Order(filtered.Value, descending);
        if (Text(query, "cursor") is { } cursorText)
        {
            if (ListCursor.Decode(cursorText) is not { } cursor || cursor.Sort != sortText || sort.After(sorted, cursor, descending) is not { } after)
                return Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave for this sort.");
            sorted = after;
        }
        var wantsCount = false;
        if (Text(query, "count") is { } countText && !bool.TryParse(countText, out wantsCount))
            return Refusal.Field("count", "request/bad-value", "Expected true or false.");

        var items = await sorted.Take(limit + 1).ToListAsync(cancellation);
        var more = items.Count > limit;
        if (more) items.RemoveAt(limit);
        int? count = wantsCount ? await filtered.Value.Take(CountCap + 1).CountAsync(cancellation) : null;
        return new Page<T>
        {
            Items = items,
            NextCursor = more ? new ListCursor(sortText, sort.KeyOf(items[^1]), sort.TieOf(items[^1])).Encode() : null,
            TotalCount = count is { } n ? Math.Min(n, CountCap) : null,
            TotalIsCapped = count is { } m ? m > CountCap : null,
        };
    }

    static Outcome<IQueryable<T>> Archived(IQueryable<T> rows, ListQuery query)
    {
        // Over T's own members: a cast to Entity inside the query would leave the typed set.
        var row = Expression.Parameter(typeof(T), "row");
        if (Text(query, "updatedSince") is { } since)
        {
            if (!Http.UtcInstantJson.TryParse(since, out var instant))
                return Refusal.Field("updatedSince", "request/bad-value", "Expected an instant like 2026-11-23T08:00:00Z.");
            Expression<Func<DateTime>> bound = () => instant;
            return Outcome<IQueryable<T>>.Of(rows.Where(Expression.Lambda<Func<T, bool>>(
                Expression.GreaterThanOrEqual(Expression.Property(row, nameof(Entity.UpdatedAt)), bound.Body), row)));
        }
        var archived = false;
        if (Text(query, "archived") is { } text && !bool.TryParse(text, out archived))
            return Refusal.Field("archived", "request/bad-value", "Expected true or false.");
        var archivedAt = Expression.Property(row, nameof(Entity.ArchivedAt));
        var none = Expression.Constant(null, typeof(DateTime?));
        return Outcome<IQueryable<T>>.Of(rows.Where(Expression.Lambda<Func<T, bool>>(
            archived ? Expression.NotEqual(archivedAt, none) : Expression.Equal(archivedAt, none), row)));
    }

    static string? Text(ListQuery query, string name) =>
        query.Parameters.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values.ToString() : null;

    static (Type, LambdaExpression) TieBreakOf()
    {
        var row = Expression.Parameter(typeof(T), "row");
        var name = typeof(IHasId).IsAssignableFrom(typeof(T)) ? nameof(IHasId.Id)
            : typeof(PositionedRow).IsAssignableFrom(typeof(T)) ? nameof(PositionedRow.Seq)
            : throw new InvalidOperationException($"{typeof(T).Name} has nothing that a list could break ties by.");
        var key = Expression.Property(row, name);
        return (key.Type, Expression.Lambda(key, row));
    }

    interface ISort
    {
        IQueryable<T> Order(IQueryable<T> rows, bool descending);

        IQueryable<T>? After(IQueryable<T> sorted, ListCursor cursor, bool descending);

        string? KeyOf(T row);

        string TieOf(T row);
    }

    sealed class SortKey<TKey, TTie>(Expression<Func<T, TKey>> key, Expression<Func<T, TTie>> tie) : ISort
    {
        readonly Func<T, TKey> _read = key.Compile();
        readonly Func<T, TTie> _readTie = tie.Compile();

        public IQueryable<T> Order(IQueryable<T> rows, bool descending) => descending
            ? rows.OrderByDescending(key).ThenByDescending(tie)
            : rows.OrderBy(key).ThenBy(tie);

        public IQueryable<T>? After(IQueryable<T> sorted, ListCursor cursor, bool descending)
        {
            if (cursor.Key is null || !FilterValue.TryRead(cursor.Key, typeof(TKey), out var value)
                || cursor.Tie is null || !FilterValue.TryRead(cursor.Tie, typeof(TTie), out var tieValue)) return null;
            var holder = new Holder((TKey)value!, (TTie)tieValue!);
            var row = key.Parameters[0];
            var last = Expression.Field(Expression.Constant(holder), nameof(Holder.Key));
            var tieKey = Expression.Property(row, ((MemberExpression)tie.Body).Member.Name);
            var lastTie = Expression.Field(Expression.Constant(holder), nameof(Holder.Tie));
            // key >= last and (key > last or tie > lastTie): the first half lets the index seek.
            var body = Expression.AndAlso(
                Compare(key.Body, last, descending, orEqual: true),
                Expression.OrElse(Compare(key.Body, last, descending, orEqual: false), Compare(tieKey, lastTie, descending, orEqual: false)));
            return sorted.Where(Expression.Lambda<Func<T, bool>>(body, row));
        }

        public string? KeyOf(T row) => FilterValue.Write(_read(row)!);

        public string TieOf(T row) => FilterValue.Write(_readTie(row)!);

        static Expression Compare(Expression left, Expression right, bool descending, bool orEqual)
        {
            if (left.Type == typeof(string))
            {
                var compare = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
                return Operator(compare, Expression.Constant(0), descending, orEqual);
            }
            if (left.Type.IsEnum)
                return Operator(Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)), descending, orEqual);
            return Operator(left, right, descending, orEqual);
        }

        static BinaryExpression Operator(Expression left, Expression right, bool descending, bool orEqual) => (descending, orEqual) switch
        {
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (false, false) => Expression.GreaterThan(left, right),
            (true, true) => Expression.LessThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
        };

        sealed class Holder(TKey key, TTie tie)
        {
            public readonly TKey Key = key;
            public readonly TTie Tie = tie;
        }
    }
}
