using System.Globalization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// Every operation under bad input made by a seeded dice. <c>CRM_TEST_FUZZ</c> says how many requests per engine instead of a few
/// thousand, <c>CRM_TEST_FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed class BadInputTests
{
    const int Usually = 2_400;
    const int UsualSeed = 20261124;

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Bad_input_is_refused_in_words_and_changes_nothing(Engine engine)
    {
        if (engine == Engine.PostgreSql) await PostgresServer.Admin();
        await using var host = await TestHost.Start(engine, new TestHostOptions
        {
            Settings = new Dictionary<string, string>
            {
                // One machine signs in far oftener here than people do.
                ["Crm:SignIn:PerNameAMinute"] = "1000000",
                ["Crm:SignIn:PerAddressAMinute"] = "1000000",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
            },
        });
        var requests = Number("CRM_TEST_FUZZ") ?? Usually;
        var bad = new BadInput(host, Number("CRM_TEST_FUZZ_SEED") ?? (requests > Usually ? Environment.TickCount & 0xFFFFFF : UsualSeed));

        await bad.Send(requests);

        TestContext.Current.TestOutputHelper!.WriteLine($"{engine}: {bad.Summary}");
        Assert.True(bad.Findings.Count == 0, $"{bad.Summary}\n\n{string.Join("\n\n", bad.Findings)}");
        Assert.True(bad.Sent > requests * 0.9, $"Only {bad.Sent} of {requests} requests could be sent.");
        Assert.True(bad.OperationsReached > 50, $"Only {bad.OperationsReached} operations were reached.");
    }

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
