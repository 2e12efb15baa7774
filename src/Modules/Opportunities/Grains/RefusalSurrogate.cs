using System.Text.Json;
using Crm.Platform;
using Crm.Platform.Data;

namespace Crm.Opportunities.Grains;

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
