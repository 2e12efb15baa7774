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
    static readonly ConditionalWeakTable<IModel, RowSql<T>> Known = [];

    readonly Column[] _inserted;
    readonly Column[] _updated;
    readonly Column[] _keys;

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

        var keys = columns.Where(column => column.Property.IsPrimaryKey()).ToArray();
        var set = columns.Where(column => !column.Property.IsPrimaryKey() && column.Property.ValueGenerated == ValueGenerated.Never).ToArray();
        _updated = [.. set, .. keys];
        var version = columns.SingleOrDefault(column => column.Property.IsConcurrencyToken);
        Update = $"update {table} set {string.Join(", ", set.Select((c, i) => $"{c.Name} = {Parameter(i)}"))}"
            + $" where {string.Join(" and ", keys.Select((c, i) => $"{c.Name} = {Parameter(set.Length + i)}"))}"
            + (version is null ? "" : $" and {version.Name} = {Parameter(_updated.Length)}");
        _keys = keys;
        Delete = $"delete from {table} where {string.Join(" and ", keys.Select((c, i) => $"{c.Name} = {Parameter(i)}"))}";
    }

    public string Insert { get; }

    /// <summary>By key and by the version it had; no row is touched when another writer was first.</summary>
    public string Update { get; }

    public string Delete { get; }

    public static RowSql<T> Of(CrmDb db) => Known.GetValue(db.Model, model => new RowSql<T>(
        model, ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db).Instance.GetService(typeof(ISqlGenerationHelper)) as ISqlGenerationHelper
               ?? throw new InvalidOperationException("The engine has no SQL generator.")));

    public void BindInsert(DbCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _inserted, row);

    public void BindInsert(DbBatchCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _inserted, row);

    public void BindDelete(DbCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _keys, row);

    public void BindDelete(DbBatchCommand command, T row) => Bind(command.Parameters, command.CreateParameter, _keys, row);

    public void BindUpdate(DbCommand command, T row, int formerVersion) =>
        BindVersion(command.Parameters, command.CreateParameter, row, formerVersion);

    public void BindUpdate(DbBatchCommand command, T row, int formerVersion) =>
        BindVersion(command.Parameters, command.CreateParameter, row, formerVersion);

    void BindVersion(DbParameterCollection parameters, Func<DbParameter> create, T row, int formerVersion)
    {
        Bind(parameters, create, _updated, row);
        if (parameters.Count > _updated.Length)
        {
            parameters[_updated.Length].Value = formerVersion;
            return;
        }
        var parameter = create();
        parameter.ParameterName = Parameter(_updated.Length);
        parameter.Value = formerVersion;
        parameters.Add(parameter);
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

    sealed class Column(IProperty property, string name)
    {
        readonly IClrPropertyGetter _getter = property.GetGetter();

        public IProperty Property => property;

        public string Name => name;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object Read(T row)
        {
            var value = _getter.GetClrValue(row);
            return (value is null || Mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }
}
