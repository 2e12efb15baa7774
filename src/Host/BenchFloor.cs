namespace Crm.Host;

/// <summary>The floor that <c>tools/Bench</c> measures the API against: the same server, the same middleware before routing, nothing behind.</summary>
static class BenchFloor
{
    public static void MapBenchFloor(this WebApplication app, HostSettings options)
    {
        if (!options.Bench) return;
        app.MapGet("/bench/empty", () => TypedResults.Ok(new { status = "ok" })).ExcludeFromDescription();
    }
}
