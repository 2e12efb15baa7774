using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Crm.Platform.Data;
using Crm.Platform.Fields;
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
    bool _hasCustomFields;

    public IEnumerable<ListParameter> Parameters =>
    [
        .. _custom.Select(c => new ListParameter(c.Key, typeof(string), c.Value.Description)),
        .. _beyond.Select(b => new ListParameter(b.Key, b.Value.Type, b.Value.Description)),
        .. _fields.Values.SelectMany(f => f.Parameters),
        new("sort", typeof(string), $"One of {string.Join(", ", _sorts.Keys.SelectMany(s => new[] { s, "-" + s }))}. Default {_defaultSort}." + (_hasCustomFields ? " Or custom.key of a custom field that has an order, rows without a value last either way." : "")),
        new("limit", typeof(int), $"1 to {MaxLimit}, default {DefaultLimit}."),
        new("cursor", typeof(string), "nextCursor of the page before, with the same sort."),
        new("count", typeof(bool), $"true: totalCount, counted up to {CountCap}."),
        .. Archives
            ? [new ListParameter("archived", typeof(bool), "true: archived rows instead of the others."),
               new ListParameter("updatedSince", typeof(DateTime), "Rows changed at or after the instant, archived ones included.")]
            : Array.Empty<ListParameter>(),
        .. _hasCustomFields
            ? [new ListParameter("custom", typeof(IDictionary<string, string>),
                "Filters by the tenant's custom fields, each a parameter of its own: custom.key, custom.key[gte], [lte], [gt], [lt], [ne], [in], [contains], [empty], as its type allows.")]
            : Array.Empty<ListParameter>(),
    ];

    /// <summary>The rows have custom fields: callers may filter and sort by those that they see.</summary>
    public ListSpec<T> WithCustomFields()
    {
        _hasCustomFields = true;
        return this;
    }

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

    /// <summary>A filter by what stands in another table, e.g. who is to do a task. The list hands its context to <see cref="Page(IQueryable{T}, ListQuery, CancellationToken, CrmDb, FieldColumns)"/>.</summary>
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
    /// <param name="rows">Within the caller's scope.</param>
    /// <param name="query">As it was sent.</param>
    /// <param name="db">For filters that look into other tables.</param>
    /// <param name="custom">The custom fields that the caller sees.</param>
    public Outcome<IQueryable<T>> Filtered(IQueryable<T> rows, ListQuery query, CrmDb? db = null, FieldColumns? custom = null)
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
            if (_custom.TryGetValue(parameter, out var own))
            {
                var applied = own.Apply(rows, text);
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
            var broken = bracket >= 0 && (op.Length == 0 || !parameter.EndsWith(']'));
            if (custom is not null && !broken && FieldColumns.Names(name))
            {
                var kept = custom.Filter(rows, parameter, name, op, text);
                if (kept.IsRefused) return kept;
                rows = kept.Value;
                continue;
            }
            if (broken || !_fields.TryGetValue(name, out var field))
                return Refusal.Field(parameter, "request/unknown-parameter", $"This list has no parameter '{parameter}'.");
            var predicate = field.Predicate(op, text);
            if (predicate.Refused(out var refusal)) return refusal;
            rows = rows.Where(predicate.Value);
        }
        return Outcome<IQueryable<T>>.Of(rows);
    }

    public async Task<Outcome<Page<TView>>> Page<TView>(
        IQueryable<T> rows, ListQuery query, Func<T, TView> view, CancellationToken cancellation, CrmDb? db = null, FieldColumns? custom = null)
    {
        var page = await Page(rows, query, cancellation, db, custom);
        return page.Then(p => p.Showing<TView>([.. p.Items.Select(view)]));
    }

    public async Task<Outcome<Page<T>>> Page(IQueryable<T> rows, ListQuery query, CancellationToken cancellation, CrmDb? db = null, FieldColumns? custom = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filtered = Filtered(rows, query, db, custom);
        if (filtered.Refused(out var refusal)) return refusal;
        var sortText = Text(query, "sort") ?? _defaultSort;
        var descending = sortText.StartsWith('-');
        var sortName = descending ? sortText[1..] : sortText;
        var byField = custom is not null && FieldColumns.Names(sortName);
        if (!_sorts.TryGetValue(sortName, out var sort) && !byField)
            return Refusal.Field("sort", "request/bad-sort", $"Sort by one of {string.Join(", ", _sorts.Keys)}, with a minus sign for descending.");
        var limit = DefaultLimit;
        if (Text(query, "limit") is { } limitText && (!int.TryParse(limitText, out limit) || limit is < 1 or > MaxLimit))
            return Refusal.Field("limit", "request/bad-limit", $"A limit is 1 to {MaxLimit}.");
        ListCursor? cursor = null;
        if (Text(query, "cursor") is { } cursorText && ((cursor = ListCursor.Decode(cursorText)) is null || cursor.Sort != sortText)) return BadCursor;
        var wantsCount = false;
        if (Text(query, "count") is { } countText && !bool.TryParse(countText, out wantsCount))
            return Refusal.Field("count", "request/bad-value", "Expected true or false.");

        var sliced = byField
            ? await SliceByField(filtered.Value, custom!, sortName, descending, cursor, limit + 1, cancellation)
            : await Slice(filtered.Value, sort!, descending, cursor, limit + 1, cancellation);
        if (sliced.Refused(out refusal)) return refusal;
        var items = sliced.Value;
        var more = items.Count > limit;
        if (more) items.RemoveAt(limit);
        int? count = wantsCount ? await filtered.Value.Take(CountCap + 1).CountAsync(cancellation) : null;
        return new Page<T>
        {
            Items = [.. items.Select(item => item.Row)],
            NextCursor = more ? new ListCursor(sortText, items[^1].Key, items[^1].Tie).Encode() : null,
            TotalCount = count is { } n ? Math.Min(n, CountCap) : null,
            TotalIsCapped = count is { } m ? m > CountCap : null,
        };
    }

    static async Task<Outcome<List<(T Row, string? Key, string Tie)>>> Slice(
        IQueryable<T> rows, ISort sort, bool descending, ListCursor? cursor, int take, CancellationToken cancellation)
    {
        var sorted = sort.Order(rows, descending);
        if (cursor is not null)
        {
            if (sort.After(sorted, cursor, descending) is not { } after) return BadCursor;
            sorted = after;
        }
        return (await sorted.Take(take).ToListAsync(cancellation)).ConvertAll(row => (row, sort.KeyOf(row), sort.TieOf(row)));
    }

    // First the rows with a value, along the index of the values, then those without: each part has a key of its own to go on from.
    static async Task<Outcome<List<(T Row, string? Key, string Tie)>>> SliceByField(
        IQueryable<T> rows, FieldColumns custom, string name, bool descending, ListCursor? cursor, int take, CancellationToken cancellation)
    {
        var found = custom.Sort(name);
        if (found.Refused(out var refusal)) return refusal;
        var (keys, byText) = found.Value;
        var last = Guid.Empty;
        if (cursor is not null && !Guid.TryParse(cursor.Tie, out last)) return BadCursor;
        var items = new List<(T, string?, string)>();
        if (cursor is null or { Key: not null })
        {
            if (cursor is not null)
            {
                if (After(keys, byText, cursor.Key!, last, descending) is not { } after) return BadCursor;
                keys = after;
            }
            var joined = rows.Join(keys, (Expression<Func<T, Guid>>)TieBreak.Key, key => key.RecordId, (row, key) => new { Row = row, Key = key });
            var sorted = (byText, descending) switch
            {
                (true, false) => joined.OrderBy(pair => pair.Key.Text).ThenBy(pair => pair.Key.RecordId),
                (true, true) => joined.OrderByDescending(pair => pair.Key.Text).ThenByDescending(pair => pair.Key.RecordId),
                (false, false) => joined.OrderBy(pair => pair.Key.Number).ThenBy(pair => pair.Key.RecordId),
                _ => joined.OrderByDescending(pair => pair.Key.Number).ThenByDescending(pair => pair.Key.RecordId),
            };
            foreach (var pair in await sorted.Take(take).ToListAsync(cancellation))
                items.Add((pair.Row, byText ? pair.Key.Text : FilterValue.Write(pair.Key.Number!), FilterValue.Write(pair.Key.RecordId)));
        }
        if (items.Count == take) return items;
        var all = custom.Sort(name).Value.Keys.Select(key => key.RecordId);
        var without = rows.Where(row => !all.Contains(EF.Property<Guid>(row, nameof(IHasId.Id))));
        if (cursor is { Key: null })
            without = descending ? without.Where(row => EF.Property<Guid>(row, nameof(IHasId.Id)) < last) : without.Where(row => EF.Property<Guid>(row, nameof(IHasId.Id)) > last);
        var id = (Expression<Func<T, Guid>>)TieBreak.Key;
        var read = id.Compile();
        foreach (var row in await (descending ? without.OrderByDescending(id) : without.OrderBy(id)).Take(take - items.Count).ToListAsync(cancellation))
            items.Add((row, null, FilterValue.Write(read(row))));
        return items;
    }

    [SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "Translated: the database compares, as it sorts.")]
    static IQueryable<FieldSortKey>? After(IQueryable<FieldSortKey> keys, bool byText, string text, Guid id, bool descending)
    {
        if (byText)
        {
            return descending
                ? keys.Where(key => string.Compare(key.Text, text) <= 0 && (string.Compare(key.Text, text) < 0 || key.RecordId < id))
                : keys.Where(key => string.Compare(key.Text, text) >= 0 && (string.Compare(key.Text, text) > 0 || key.RecordId > id));
        }
        if (!long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)) return null;
        return descending
            ? keys.Where(key => key.Number <= number && (key.Number < number || key.RecordId < id))
            : keys.Where(key => key.Number >= number && (key.Number > number || key.RecordId > id));
    }

    static Refusal BadCursor => Refusal.Field("cursor", "request/bad-cursor", "The cursor is not one that this list gave for this sort.");

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
