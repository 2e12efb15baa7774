using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>Two tenants, both with a record of every resource: neither can find out that the other has any, by whatever operation.</summary>
public sealed class TenantsTests(Hosts hosts)
{
    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    [Trait("Promise", "S-77")]
    public async Task An_id_of_another_tenant_is_answered_as_one_that_nobody_has(Engine engine)
    {
        var (ours, theirs) = await TwoFilledTenants(engine);
        var before = await TenantRows.Quiet(() => TenantRows.Contents(theirs.Tenant));

        var stranger = new Stranger(ours, ours.Maker, theirs, _ => true);
        await stranger.Walk();

        Assert.True(stranger.Findings.Count == 0, string.Join("\n\n", stranger.Findings));
        Assert.True(stranger.Named > 100, $"Only {stranger.Named} ids were named.");
        Unchanged(before, await TenantRows.Quiet(() => TenantRows.Contents(theirs.Tenant)));
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task No_list_figure_or_stream_moves_when_another_tenant_fills(Engine engine)
    {
        var ours = await Scene.In(await hosts.NewTenant(engine));
        await ours.Fill();
        await TenantRows.Quiet(() => TenantRows.Counts(ours.Tenant));
        var reads = await Reads(ours);
        var before = await Answers(ours, reads);

        var theirs = await Scene.In(await hosts.NewTenant(engine));
        await theirs.Fill();
        var after = await Answers(ours, reads);

        var secrets = theirs.All.Select(made => made.Id.ToString()).Append(theirs.Tenant.Id.ToString()).Append(theirs.Maker.MemberId.ToString()).Append(theirs.Mark).ToList();
        foreach (var (request, then, now) in reads.Zip(before, after))
        {
            Assert.True(Unlike.Told(then) == Unlike.Told(now), $"{request.Operation} told\n{then.Text}\nand, once the other tenant had filled,\n{now.Text}");
            Assert.DoesNotContain(secrets, secret => now.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_idempotency_key_of_another_tenant_is_a_new_key(Engine engine)
    {
        var (ours, theirs) = await TwoFilledTenants(engine);

        foreach (var operation in ours.Surface.Operations.Where(operation => operation.TakesIdempotencyKey))
        {
            var key = $"key-{operation.Id}";
            var their = await theirs.Requests.To(operation);
            var our = await ours.Requests.To(operation);
            their.Headers["Idempotency-Key"] = our.Headers["Idempotency-Key"] = key;
            var theirAnswer = await theirs.Maker.Send(their);
            var ourAnswer = await ours.Maker.Send(our);

            Assert.True((int)ourAnswer.Status == operation.Success, $"{operation}: {ourAnswer.Text}");
            Assert.NotEqual((string?)theirAnswer["id"], (string?)ourAnswer["id"]);
            Assert.DoesNotContain(theirs.Mark, ourAnswer.Text);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task A_cursor_of_another_tenant_brings_nothing_of_it(Engine engine)
    {
        var (ours, theirs) = await TwoFilledTenants(engine);
        var used = 0;

        foreach (var operation in ours.Surface.Lists.Where(operation => operation.InQuery.Any(parameter => parameter.Name == "cursor")))
        {
            if (!operation.InPath.Any() && theirs.CanMake(Resources.Of(operation.Path))) await theirs.New(Resources.Of(operation.Path));
            var their = await theirs.Requests.To(operation);
            their.Query.Add(("limit", "1"));
            if ((string?)(await theirs.Maker.Send(their)).Ok()["nextCursor"] is not { } cursor) continue;
            var our = await ours.Requests.To(operation);
            our.Query.Add(("cursor", cursor));
            var answer = await ours.Maker.Send(our);

            used++;
            Assert.True((int)answer.Status is 200 or 400, $"{operation}: {answer.Text}");
            Assert.DoesNotContain(theirs.Mark, answer.Text);
            Assert.DoesNotContain(theirs.All, made => answer.Text.Contains(made.Id.ToString(), StringComparison.OrdinalIgnoreCase));
        }

        Assert.True(used > 3, $"Only {used} lists of the other tenant had a second page.");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task An_outside_systems_key_of_another_tenant_is_a_key_of_our_own(Engine engine)
    {
        var (ours, theirs) = await TwoFilledTenants(engine);

        foreach (var operation in ours.Surface.Operations.Where(operation => operation.Path.Contains("{externalId}", StringComparison.Ordinal)))
        {
            var their = await theirs.Requests.To(operation);
            var made = (await theirs.Maker.Send(their)).Ok();
            var our = await ours.Requests.To(operation);
            foreach (var parameter in operation.InPath) our.Path[parameter.Name] = their.Path[parameter.Name];
            var answer = await ours.Maker.Send(our);

            Assert.True((int)answer.Status == operation.Success, $"{operation}: {answer.Text}");
            Assert.NotEqual(made.Id, answer.Id);
            Assert.Equal(1, answer.Version);
            Assert.DoesNotContain(theirs.Mark, answer.Text);
            Assert.Equal(made.Id, (await theirs.Maker.Send(their)).Ok().Id);
        }
    }

    /// <summary>Every operation that reads and names no record, with its count asked for.</summary>
    static async Task<List<WalkRequest>> Reads(Scene scene)
    {
        var requests = new List<WalkRequest>();
        foreach (var operation in scene.Surface.Operations.Where(operation => operation.Method == HttpMethod.Get && !operation.InPath.Any()))
        {
            var request = await scene.Requests.To(operation);
            foreach (var flag in new[] { "count", "items" })
            {
                if (operation.InQuery.Any(parameter => parameter.Name == flag)) request.Query.Add((flag, "true"));
            }
            requests.Add(request);
        }
        return requests;
    }

    static async Task<List<Answer>> Answers(Scene scene, List<WalkRequest> requests)
    {
        var answers = new List<Answer>();
        foreach (var request in requests) answers.Add(await scene.Maker.Send(request));
        return answers;
    }

    async Task<(Scene Ours, Scene Theirs)> TwoFilledTenants(Engine engine)
    {
        var ours = await Scene.In(await hosts.NewTenant(engine));
        var theirs = await Scene.In(await hosts.NewTenant(engine));
        await ours.Fill();
        await theirs.Fill();
        return (ours, theirs);
    }

    static void Unchanged(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        Assert.True(TenantRows.Differences(before, after).Count == 0, string.Join("\n", TenantRows.Differences(before, after)));
}
