using System.Text.Json;
using Crm.Opportunities.Domain;
using Crm.Platform;
using Crm.Platform.Data;

namespace Crm.Opportunities.Grains;

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
