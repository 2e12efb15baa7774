using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace Crm.Web.Sessions;

/// <summary>What the browser keeps for this origin, shared by all its tabs.</summary>
internal sealed class BrowserStore(IJSRuntime js)
{
    private readonly IJSInProcessRuntime _js = (IJSInProcessRuntime)js;

    public string? Read(string key) => _js.Invoke<string?>("crm.read", key);

    public void Write(string key, string? value) => _js.InvokeVoid("crm.write", key, value);

    public T? Read<T>(string key, JsonTypeInfo<T> type) where T : class
    {
        if (Read(key) is not { Length: > 0 } text) return null;
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write<T>(string key, T? value, JsonTypeInfo<T> type) where T : class =>
        Write(key, value is null ? null : JsonSerializer.Serialize(value, type));
}
