using System.Collections.Frozen;
using System.Text.Json;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Crm.Platform.Security;

namespace Crm.Opportunities.Grains;

/// <summary>How a scope rule travels between nodes; Platform knows nothing of grains.</summary>
[GenerateSerializer]
internal struct ScopeRuleSurrogate
{
    [Id(0)] public bool All;
    [Id(1)] public Guid Me;
    [Id(2)] public bool Nothing;
    [Id(3)] public Guid[] Departments;
}

[RegisterConverter]
internal sealed class ScopeRuleConverter : IConverter<ScopeRule, ScopeRuleSurrogate>
{
    public ScopeRule ConvertFromSurrogate(in ScopeRuleSurrogate surrogate) => new()
    {
        All = surrogate.All,
        Me = surrogate.Me,
        Nothing = surrogate.Nothing,
        Departments = surrogate.Departments.ToFrozenSet(),
    };

    public ScopeRuleSurrogate ConvertToSurrogate(in ScopeRule value) => new()
    {
        All = value.All,
        Me = value.Me,
        Nothing = value.Nothing,
        Departments = [.. value.Departments],
    };
}

/// <summary>How a refusal travels between nodes.</summary>
[GenerateSerializer]
internal struct RefusalSurrogate
{
    [Id(0)] public int Kind;
    [Id(1)] public string Code;
    [Id(2)] public string Detail;
    [Id(3)] public string? Errors;
}

[RegisterConverter]
internal sealed class RefusalConverter : IConverter<Refusal, RefusalSurrogate>
{
    public Refusal ConvertFromSurrogate(in RefusalSurrogate surrogate) => new(
        (RefusalKind)surrogate.Kind,
        surrogate.Code,
        surrogate.Detail,
        surrogate.Errors is null ? null : JsonSerializer.Deserialize<Dictionary<string, string[]>>(surrogate.Errors, StoredJson.Options));

    public RefusalSurrogate ConvertToSurrogate(in Refusal value) => new()
    {
        Kind = (int)value.Kind,
        Code = value.Code,
        Detail = value.Detail,
        Errors = value.Errors is null ? null : JsonSerializer.Serialize(value.Errors, StoredJson.Options),
    };
}

/// <summary>How the fields of an edit travel between nodes.</summary>
[GenerateSerializer]
internal struct OpportunityFieldsSurrogate
{
    [Id(0)] public string Json;
}

[RegisterConverter]
internal sealed class OpportunityFieldsConverter : IConverter<OpportunityFields, OpportunityFieldsSurrogate>
{
    static readonly JsonSerializerOptions Options = WithCurrency();

    public OpportunityFields ConvertFromSurrogate(in OpportunityFieldsSurrogate surrogate) =>
        JsonSerializer.Deserialize<OpportunityFields>(surrogate.Json, Options)!;

    public OpportunityFieldsSurrogate ConvertToSurrogate(in OpportunityFields value) => new()
    {
        Json = JsonSerializer.Serialize(value, Options),
    };

    static JsonSerializerOptions WithCurrency()
    {
        var options = new JsonSerializerOptions(StoredJson.Options);
        options.Converters.Add(new CurrencyJson());
        options.MakeReadOnly(true);
        return options;
    }

    sealed class CurrencyJson : System.Text.Json.Serialization.JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Currency.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
