using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Opportunities.Data;

/// <summary>
/// Insert and update statements of a table, made once from the model, so that the hand-written path and the mapping cannot drift
/// apart. EF's change tracker costs several times the statement itself on the hot path; this does not.
/// </summary>
internal sealed class RowSql<T>
    where T : class
{
    const int MostUpdates = 500;

    static readonly ConditionalWeakTable<IModel, RowSql<T>> Known = [];

    readonly Column[] _inserted;
    readonly Column[] _set;
    readonly Column[] _keys;
    readonly Column? _version;
    readonly string _table;
    readonly ConcurrentDictionary<UInt128, UpdateSql> _updates = [];

    RowSql(IModel model, ISqlGenerationHelper sql)
    {
        var type = model.FindEntityType(typeof(T))!;
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties()
            .Select(property => new Column(property, sql.DelimitIdentifier(property.GetColumnName(store)!)))
            .ToArray();
        var table = sql.DelimitIdentifier(store.Name);
        // What the database gives is not written: row numbers and commit positions.
        _inserted = [.. columns.Where(column => column.Property.ValueGenerated == ValueGenerated.Never)];
        Insert = $"insert into {table} ({string.Join(", ", _inserted.Select(c => c.Name))}) values ({string.Join(", ", _inserted.Select((_, i) => Parameter(i)))})";

        _keys = [.. columns.Where(column => column.Property.IsPrimaryKey())];
        _set = [.. columns.Where(column => !column.Property.IsPrimaryKey() && column.Property.ValueGenerated == ValueGenerated.Never)];
        if (_set.Length > 128) throw new InvalidOperationException($"{type.ShortName()} has more columns than a set of them has room for.");
        _version = columns.SingleOrDefault(column => column.Property.IsConcurrencyToken);
        _table = table;
        Delete = $"delete from {table} where {string.Join(" and ", _keys.Select((c, i) => $"{c.Name} = {Parameter(i)}"))}";
    }

    public string Insert { get; }

    public string Delete { get; }

    public static RowSql<T> Of(CrmDb db) => Known.GetValue(db.Model, model => new RowSql<T>(
        model, ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db).Instance.GetService(typeof(ISqlGenerationHelper)) as ISqlGenerationHelper
               ?? throw new InvalidOperationException("The engine has no SQL generator.")));

    public void BindInsert(DbCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _inserted, row);

    public void BindInsert(DbBatchCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _inserted, row);

    public void BindDelete(DbCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _keys, row);

    public void BindDelete(DbBatchCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _keys, row);

    /// <summary>
    /// By key and by the version it had, of the columns that differ: SQLite rewrites every index with a column in the list, whether its value
    /// has changed or not.
    /// </summary>
    public UpdateSql Update(T before, T after)
    {
        UInt128 changed = 0;
        for (var i = 0; i < _set.Length; i++)
        {
            if (!_set[i].IsSame(before, after)) changed |= UInt128.One << i;
        }
        if (_updates.TryGetValue(changed, out var known)) return known;
        // Actions change few sets of columns, edits could change any: beyond this many the statement of all columns serves.
        if (_updates.Count >= MostUpdates) changed = UInt128.MaxValue;
        return _updates.GetOrAdd(changed, Make);
    }

    UpdateSql Make(UInt128 changed)
    {
        var set = _set.Where((_, i) => (changed & (UInt128.One << i)) != 0).ToArray();
        var text = $"update {_table} set {string.Join(", ", set.Select((c, i) => $"{c.Name} = {Parameter(i)}"))}"
            + $" where {string.Join(" and ", _keys.Select((c, i) => $"{c.Name} = {Parameter(set.Length + i)}"))}"
            + (_version is null ? "" : $" and {_version.Name} = {Parameter(set.Length + _keys.Length)}");
        return new UpdateSql(text, [.. set, .. _keys]);
    }

    // A prepared command is bound again and again: the parameters are made the first time only.
    static void Bind(DbParameterCollection parameters, Func<DbParameter> create, Column[] columns, T row)
    {
        var fresh = parameters.Count == 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var value = columns[i].Read(row);
            if (!fresh)
            {
                parameters[i].Value = value;
                continue;
            }
            var parameter = create();
            parameter.ParameterName = Parameter(i);
            if (columns[i].Mapping.DbType is { } type) parameter.DbType = type;
            parameter.Value = value;
            parameters.Add(parameter);
        }
    }

    static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    /// <summary>An update of some columns. No row is touched when another writer was first.</summary>
    internal sealed class UpdateSql
    {
        readonly Column[] _columns;

        internal UpdateSql(string text, Column[] columns) => (Text, _columns) = (text, columns);

        public string Text { get; }

        public void Bind(DbCommand command, T row, int formerVersion) => Bind(command.Parameters, command.CreateParameter, row, formerVersion);

        public void Bind(DbBatchCommand command, T row, int formerVersion) => Bind(command.Parameters, command.CreateParameter, row, formerVersion);

        void Bind(DbParameterCollection parameters, Func<DbParameter> create, T row, int formerVersion)
        {
            RowSql<T>.Bind(parameters, create, _columns, row);
            if (parameters.Count > _columns.Length)
            {
                parameters[_columns.Length].Value = formerVersion;
                return;
            }
            var parameter = create();
            parameter.ParameterName = Parameter(_columns.Length);
            parameter.Value = formerVersion;
            parameters.Add(parameter);
        }
    }

    internal sealed class Column(IProperty property, string name)
    {
        readonly IClrPropertyGetter _getter = property.GetGetter();

        public IProperty Property => property;

        public string Name => name;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        /// <summary>By what the row holds, not by what is stored: a list that was not replaced is the same.</summary>
        public bool IsSame(T one, T other) => Equals(_getter.GetClrValue(one), _getter.GetClrValue(other));

        public object Read(T row)
        {
            var value = _getter.GetClrValue(row);
            return (value is null || Mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }
}
