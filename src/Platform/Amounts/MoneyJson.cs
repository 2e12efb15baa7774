using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Platform;

/// <summary>Money as <c>{"amount": 1234.50, "currency": "CNY"}</c>.</summary>
public sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Money is an object with amount and currency.");
        decimal? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "amount" when reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value):
                    amount = value;
                    break;
                case "currency" when reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var known):
                    currency = known;
                    break;
                case "amount":
                    throw new JsonException("The amount is not a decimal number.");
                case "currency":
                    throw new JsonException("The currency is not a code of ISO 4217.");
                default:
                    throw new JsonException($"Money has no member '{name}'.");
            }
        }
        return amount is { } a && currency is { } c ? new Money(a, c) : throw new JsonException("Money needs amount and currency.");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Amount);
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
