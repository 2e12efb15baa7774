using Crm.Platform.Http;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Crm.Platform.Security;

/// <summary>
/// Stands between routing and the endpoints: every API endpoint needs a caller unless it says it is anonymous, and every right it names.
/// It answers before the body is read, so a member without the right learns nothing about it.
/// </summary>
public sealed class Gate(RequestDelegate next, ICallerSource callers)
{
    public static Refusal ModuleOff(string module) =>
        Refusal.Forbidden("modules/off", $"The module '{module}' is switched off in this tenant. Whoever manages the organization can switch it on.");

    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<BehindGate>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }
        var found = await callers.Find(http);
        if (found.Refused(out var refusal))
        {
            await Problems.Write(http, refusal);
            return;
        }
        var caller = found.Value;
        if (caller.ModulesOff.Count > 0 && endpoint.Metadata.GetMetadata<ModuleOf>() is { } module && caller.ModulesOff.Contains(module.Name))
        {
            await Problems.Write(http, ModuleOff(module.Name));
            return;
        }
        foreach (var needed in endpoint.Metadata.GetOrderedMetadata<RequiredPermission>())
        {
            if (caller.Has(needed.Permission)) continue;
            await Problems.Write(http, Refusal.Forbidden("auth/not-permitted", $"Your roles do not include the right {needed.Permission}."));
            return;
        }
        http.Features.Set(caller with { Language = AskedLanguage.Of(http.Request) ?? caller.Language });
        await next(http);
    }
}
