using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Crm.Host.OpenApi;

/// <summary>Drops what a handler takes but a caller does not send as such: caller, command, expected version, list query, services.</summary>
sealed class WireParameters : IApiDescriptionProvider
{
    // After the provider of minimal endpoints, which stands at -1100.
    public int Order => -1000;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            foreach (var parameter in description.ParameterDescriptions.Where(p => !IsOnTheWire(p.Source)).ToList())
                description.ParameterDescriptions.Remove(parameter);
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    static bool IsOnTheWire(BindingSource source) =>
        source == BindingSource.Path || source == BindingSource.Query || source == BindingSource.Header
        || source == BindingSource.Body || source == BindingSource.Form || source == BindingSource.FormFile;
}
