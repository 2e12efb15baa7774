using Crm.Platform;
using Crm.Platform.Http;

namespace Crm.Host;

/// <summary>A path of the API that does not exist answers with a problem document, not with the web app.</summary>
static class UnknownApi
{
    public static void MapUnknownApi(this WebApplication app) => app
        .Map("/api/{**path}", () => Refusal.NotFound("request/no-such-path", "There is nothing at this path.").ToProblem())
        .ExcludeFromDescription()
        .WithOrder(int.MaxValue - 1);
}
