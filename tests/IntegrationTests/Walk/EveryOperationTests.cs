using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>What every operation has to do, taken from the served document: a new operation is walked from its first day.</summary>
public sealed class EveryOperationTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_operation_answers_a_valid_request_with_the_status_it_documents(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var wrong = new List<string>();

        foreach (var operation in scene.Surface.Operations)
        {
            var request = await scene.Requests.To(operation);
            var answer = await scene.Maker.Send(request);
            if ((int)answer.Status != operation.Success && !request.Refusals.Contains((int)answer.Status))
                wrong.Add($"{Recipes.Missing(operation, answer)}\n{request.ToCurl()}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }
}
