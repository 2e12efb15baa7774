using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Platform;

public sealed class HealthTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_started_host_says_that_it_is_ready(Engine engine)
    {
        var host = await hosts.On(engine);
        using var http = host.Anonymous();

        var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("\"healthy\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_host_process_that_was_killed_starts_again_on_its_data(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using (var first = await HostProcess.Start(database))
            await first.Kill();

        await using var second = await HostProcess.Start(database);

        Assert.False(second.HasExited);
    }
}
