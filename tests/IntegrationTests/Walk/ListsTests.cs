using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Walk;

/// <summary>One grammar for every list that the document has: pages, counts, sorts, filters and what a sync needs.</summary>
public sealed class ListsTests(Hosts hosts)
{
    delegate Task<Answer> Ask(params (string Name, string Value)[] parameters);

    /// <summary>Lists that are whole by their nature: as many items as an installation has of the kind.</summary>
    static readonly string[] Whole = ["ListOpportunityTypes", "ListMethodologies", "ListSchedules", "ListModules"];

    static readonly string[] NoFields = ["sort", "limit", "cursor", "count", "archived", "updatedSince", "q", "tag", "custom"];

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_list_is_paged_and_counts_when_asked(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        foreach (var list in scene.Surface.Lists.Where(list => !Whole.Contains(list.Id)))
        {
            foreach (var parameter in new[] { "limit", "cursor", "count" })
                Assert.True(list.InQuery.Any(known => known.Name == parameter), $"{list} has no parameter '{parameter}'.");
            var ask = await Asking(scene, list);
            Assert.Null((await ask()).Ok()["totalCount"]);
            var whole = (await ask(("limit", "200"), ("count", "true"))).Ok();
            Assert.Equal(Math.Max((int)whole["totalCount"]!, Items(whole).Count), (int)whole["totalCount"]!);

            var pages = new List<string>();
            for (string? cursor = null; ;)
            {
                var page = (await (cursor is null ? ask(("limit", "1")) : ask(("limit", "1"), ("cursor", cursor)))).Ok();
                pages.AddRange(Items(page));
                if ((cursor = (string?)page["nextCursor"]) is null || pages.Count > 300) break;
            }
            Assert.Equal(Items(whole), pages.Take(200));
            foreach (var limit in new[] { "0", "201", "-1", "x" })
                Names(await ask(("limit", limit)), "limit", list);
            Names(await ask(("cursor", "nonsense")), "cursor", list);
            Names(await ask(("count", "maybe")), "count", list);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_read_refuses_parameters_that_it_does_not_know_or_that_stand_twice(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        foreach (var operation in scene.Surface.Operations.Where(operation => operation.Method == HttpMethod.Get))
        {
            var ask = await Asking(scene, operation);
            foreach (var name in NoFields.Append("colour").Where(name => operation.InQuery.All(parameter => parameter.Name != name)))
                Names(await ask((name, "true")), name, operation);
            if (operation.InQuery.FirstOrDefault(parameter => !parameter.IsRequired) is not { } known) continue;
            Names(await ask((known.Name, "x"), (known.Name, "x")), known.Name, operation);
            Names(await ask(($"{known.Name}[foo]", "x")), known.Name, operation);
            Names(await ask((known.Name.ToUpperInvariant(), "x")), known.Name.ToUpperInvariant(), operation);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_sort_runs_both_ways_and_keeps_its_cursors_to_itself(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        foreach (var list in scene.Surface.Lists.Where(list => list.InQuery.Any(parameter => parameter.Name == "sort")))
        {
            var ask = await Asking(scene, list);
            var sorts = list.InQuery.Single(parameter => parameter.Name == "sort").Description.Split("One of ")[1].Split(". Default")[0].Split(", ");
            foreach (var sort in sorts.Where(sort => !sort.StartsWith('-')))
            {
                var up = (await ask(("sort", sort), ("limit", "200"))).Ok();
                var down = (await ask(("sort", "-" + sort), ("limit", "200"))).Ok();
                Assert.True(Items(up).SequenceEqual(Items(down).AsEnumerable().Reverse()), $"{list} by {sort} and -{sort} are no mirror images.");
                if ((string?)(await ask(("sort", sort), ("limit", "1"))).Ok()["nextCursor"] is { } cursor)
                    Names(await ask(("sort", "-" + sort), ("cursor", cursor)), "cursor", list);
            }
            Names(await ask(("sort", "nothing")), "sort", list);
        }
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Every_filter_keeps_what_it_says_it_keeps(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var tried = 0;
        foreach (var list in scene.Surface.Lists.Where(list => list.InQuery.Any(parameter => parameter.Name == "sort")))
        {
            var ask = await Asking(scene, list);
            var items = (await ask(("limit", "200"))).Ok()["items"]!.AsArray();
            foreach (var parameter in list.InQuery.Where(parameter => !NoFields.Contains(parameter.Name) && !parameter.IsRequired))
            {
                var (field, op) = parameter.Name.Split('[') is [var name, var of] ? (name, of.TrimEnd(']')) : (parameter.Name, "");
                Names(await ask((parameter.Name, op == "in" ? string.Join(',', Enumerable.Repeat("x", 201)) : "\0")), parameter.Name, list);
                var sample = items.Select(item => Text(item![field])).FirstOrDefault(text => text is { Length: > 0 });
                if (op != "empty" && sample is null) continue;
                var kept = (await ask((parameter.Name, op == "empty" ? "false" : sample!), ("limit", "200"))).Ok()["items"]!.AsArray();
                tried++;
                if (!items.Any(item => item!.AsObject().ContainsKey(field))) continue;
                var values = kept.Select(item => Text(item![field])).ToList();
                Assert.True(op switch
                {
                    "" or "in" or "contains" => values.Count > 0 && values.All(value => value!.Contains(sample!, StringComparison.OrdinalIgnoreCase)),
                    "gte" or "lte" => values.Contains(sample),
                    "ne" or "gt" or "lt" => !values.Contains(sample),
                    _ => values.All(value => value is { Length: > 0 }),
                }, $"{list}: {parameter.Name}={sample} kept {string.Join(", ", values)}");
            }
        }
        Assert.True(tried > 100, $"Only {tried} filters were tried.");
    }

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task What_is_archived_leaves_the_list_and_stays_in_the_sync_as_a_tombstone(Engine engine)
    {
        var scene = await Scene.In(await hosts.NewTenant(engine));
        var archiving = scene.Surface.Operations.Where(operation => operation.Method == HttpMethod.Delete && operation.Id.StartsWith("Archive", StringComparison.Ordinal)).ToList();
        foreach (var archive in archiving)
        {
            var path = archive.Path[..archive.Path.LastIndexOf('/')];
            var list = scene.Surface.Find(HttpMethod.Get, path);
            Assert.True(list is not null, $"{archive} archives what no list shows.");
            foreach (var parameter in new[] { "archived", "updatedSince" })
                Assert.True(list.InQuery.Any(known => known.Name == parameter), $"{list} has no parameter '{parameter}'.");
            var ask = await Asking(scene, list);
            var request = await scene.Requests.To(archive);
            var id = request.Path["id"];
            var since = DateTime.UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            (await scene.Maker.Send(request)).Ok();

            Assert.DoesNotContain(id, Items((await ask(("limit", "200"))).Ok()));
            Assert.Contains(id, Items((await ask(("archived", "true"), ("limit", "200"))).Ok()));
            var tombstone = (await ask(("updatedSince", since), ("limit", "200"))).Ok()["items"]!.AsArray().SingleOrDefault(item => (string?)item!["id"] == id);
            Assert.True(tombstone is not null, $"{list}: an archived record is missing from updatedSince.");
            Assert.True(tombstone["archivedAt"] is not null, $"{list}: a tombstone that does not say so: {tombstone.ToJsonString()}");
            Assert.Empty(Items((await ask(("updatedSince", "2999-01-01T00:00:00Z"))).Ok()));
            Names(await ask(("updatedSince", "yesterday")), "updatedSince", list);
        }
        Assert.True(archiving.Count >= 5, "Archiving operations were not found.");
    }

    /// <summary>A way to ask the operation with parameters, of a tenant where there are a few records to list.</summary>
    static async Task<Ask> Asking(Scene scene, ApiOperation operation)
    {
        if (operation.IsList && !operation.InPath.Any() && scene.CanMake(Resources.Of(operation.Path)))
        {
            for (var i = 0; i < 3; i++) await scene.New(Resources.Of(operation.Path));
        }
        var request = await scene.Requests.To(operation);
        return async parameters =>
        {
            var asked = request.Copy();
            asked.Query.AddRange(parameters);
            return await scene.Maker.Send(asked);
        };
    }

    /// <summary>Each item by its id, or as a whole where it has none.</summary>
    static List<string> Items(Answer list) => [.. list["items"]!.AsArray().Select(item => (string?)item!["id"] ?? item.ToJsonString())];

    static string? Text(JsonNode? value) => value switch
    {
        JsonObject money => Text(money["amount"]),
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => number.GetValue<decimal>().ToString(CultureInfo.InvariantCulture),
        _ => value?.ToString() is "True" or "False" ? value.ToString().ToLowerInvariant() : value?.ToString(),
    };

    static void Names(Answer answer, string field, ApiOperation operation)
    {
        Assert.True(answer.Status == HttpStatusCode.BadRequest && answer["errors"] is JsonObject errors && errors.Any(error => error.Key.StartsWith(field, StringComparison.OrdinalIgnoreCase)),
            $"{operation}: expected a 400 that names '{field}', not {(int)answer.Status} {answer.Text}");
    }
}
