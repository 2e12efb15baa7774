using System.Net;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Every operation with each role, and with no or a bad credential.</summary>
public sealed class RolesTests(Hosts hosts)
{
    public static TheoryData<Engine, string> RolesOnEngines
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var engine in Engines.All)
            {
                foreach (var role in RoleRights.ByRole.Keys) data.Add(engine, role);
            }
            return data;
        }
    }

    [Fact]
    [Trait("Promise", "S-26")]
    public async Task The_document_states_the_rights_that_were_agreed_on()
    {
        var surface = await ApiSurface.Of(await hosts.On(Engine.Sqlite));
        string[] named = [.. OperationRights.Anybody, .. OperationRights.EveryMember, .. OperationRights.ByRight.Values.SelectMany(operations => operations)];

        var wrong = surface.Operations.Where(operation => !named.Contains(operation.Id))
            .Select(operation => $"{operation} is new: say who may call it in Walk/OperationRights.cs.")
            .Concat(named.Distinct().Except(surface.Operations.Select(operation => operation.Id)).Select(id => $"{id} stands in Walk/OperationRights.cs and is not served."))
            .Concat(surface.Operations.Where(operation => named.Contains(operation.Id)).SelectMany(Differences))
            .ToList();

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory, MemberData(nameof(RolesOnEngines))]
    [Trait("Promise", "S-26")]
    public async Task A_role_may_call_what_its_rights_cover_and_nothing_else(Engine engine, string role)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        using var member = await scene.Tenant.As(role);
        var wrong = new List<string>();

        foreach (var operation in scene.Surface.Operations.Where(operation => !operation.IsAnonymous))
        {
            var lacks = OperationRights.Of(operation.Id).Except(RoleRights.ByRole[role]).ToList();
            var answer = await member.Http.Send(scene.Requests.Shaped(operation));
            var isRefused = answer is { Status: HttpStatusCode.Forbidden, Code: "auth/not-permitted" };
            if (answer.Status == HttpStatusCode.Unauthorized || isRefused != lacks.Count > 0)
                wrong.Add($"{operation}: {role} {(lacks.Count > 0 ? $"lacks {string.Join(", ", lacks)}" : "holds every right")} and got {(int)answer.Status} {answer.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Without_a_good_credential_no_operation_answers(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var token = scene.Maker.AccessToken;
        var wrong = new List<string>();
        var credentials = new (string Name, string? Value)[]
        {
            ("Authorization", null), ("Authorization", "Bearer "), ("Authorization", "Bearer nonsense"), ("Authorization", $"Basic {token}"),
            ("Authorization", $"Bearer {token[..^4]}AAAA"), ("Authorization", $"Bearer {token}.{token}"), ("Authorization", $"Bearer {new string('x', 5_000)}"),
            ("X-Api-Key", "nonsense"), ("X-Api-Key", $"crm_{Guid.NewGuid():n}_{Guid.NewGuid():n}"), ("X-Api-Key", token),
        };

        foreach (var operation in scene.Surface.Operations.Where(operation => !operation.IsAnonymous))
        {
            foreach (var (name, value) in credentials)
            {
                using var http = scene.Tenant.Host.Anonymous();
                var request = scene.Requests.Shaped(operation);
                if (value is not null) request.Headers[name] = value;
                var answer = await http.Send(request);
                if (answer.Status != HttpStatusCode.Unauthorized || answer.Code?.StartsWith("auth/", StringComparison.Ordinal) != true)
                    wrong.Add($"{operation} with {name}: {value} got {(int)answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    static IEnumerable<string> Differences(ApiOperation operation)
    {
        var agreed = OperationRights.Of(operation.Id);
        if (!agreed.ToHashSet().SetEquals(operation.Permissions))
            yield return $"{operation} states the rights [{string.Join(", ", operation.Permissions)}], agreed were [{string.Join(", ", agreed)}].";
        if (operation.IsAnonymous != OperationRights.Anybody.Contains(operation.Id))
            yield return $"{operation} is {(operation.IsAnonymous ? "" : "not ")}open to anybody.";
    }
}
