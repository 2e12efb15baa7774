using System.Net;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;

namespace Crm.IntegrationTests.Walk;

/// <summary>
/// A member who walks the whole API naming records that the member may not know of, wherever an id can stand: in the path, in a filter,
/// in each field of a body. What it must hear is what it hears for an id that nobody has, word for word.
/// </summary>
/// <param name="own">The scene of the member's own tenant, whose maker makes what the requests need beside the hidden record.</param>
/// <param name="member">Who walks.</param>
/// <param name="hidden">The scene that made what is hidden.</param>
/// <param name="isHidden">Which of its resources are hidden from the member.</param>
sealed class Stranger(Scene own, Session member, Scene hidden, Func<string, bool> isHidden)
{
    readonly List<string> _findings = [];

    public IReadOnlyList<string> Findings => _findings;

    /// <summary>How many ids were named.</summary>
    public int Named { get; private set; }

    public async Task Walk()
    {
        foreach (var operation in own.Surface.Operations.Where(operation => !operation.IsAnonymous))
        {
            await InPath(operation);
            await InQuery(operation);
            await InBody(operation);
        }
    }

    async Task InPath(ApiOperation operation)
    {
        foreach (var parameter in operation.InPath.Where(parameter => parameter.Schema.IsId))
        {
            var resource = Resources.OfParameter(operation.Path, parameter.Name);
            if (!isHidden(resource)) continue;
            var record = await hidden.Any(resource);
            // With the right version, a wrong one and none: a refusal about the version would tell that the record exists.
            foreach (var version in operation.NeedsIfMatch ? [record.ETag ?? "*", "\"987654\"", "*"] : new[] { "" })
            {
                var request = await own.Requests.To(operation);
                if (version.Length > 0) request.Headers["If-Match"] = version;
                await Ask(operation, $"in {{{parameter.Name}}}", request, record.Id.ToString(), (r, id) => r.Path[parameter.Name] = id, [HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
            }
        }
    }

    async Task InQuery(ApiOperation operation)
    {
        foreach (var parameter in operation.InQuery)
        {
            var field = Resources.FieldOf(parameter.Name);
            if (parameter.Name.EndsWith("[empty]", StringComparison.Ordinal)) continue;
            if (!parameter.Schema.IsId && !operation.InQuery.Any(other => other.Name == field && other.Schema.IsId) && field is not "within") continue;
            var resource = Resources.OfField(operation, field);
            if (!isHidden(resource)) continue;
            var request = await own.Requests.To(operation);
            if (operation.InQuery.Any(other => other.Name == "count")) request.Query.Add(("count", "true"));
            request.Query.Add((parameter.Name, ""));
            await Ask(operation, $"in ?{parameter.Name}=", request, (await hidden.Any(resource)).Id.ToString(),
                (r, id) => r.Query[^1] = (parameter.Name, id), [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }
    }

    async Task InBody(ApiOperation operation)
    {
        if (operation.Body is not { } schema) return;
        foreach (var place in IdPlace.In(schema))
        {
            var resource = Resources.OfField(operation, place.Field);
            if (!isHidden(resource)) continue;
            var request = await own.Requests.To(operation);
            var full = await own.Requests.Full(operation);
            var answer = await Ask(operation, $"in {place}", request, (await hidden.Any(resource)).Id.ToString(), (r, id) => place.Set(r.Body!, full, id),
                [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden]);
            if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity && !NamesField(answer, place.Field))
                _findings.Add($"{operation}: the refusal of the id in {place} does not name it: {answer.Text}");
        }
    }

    async Task<Answer> Ask(
        ApiOperation operation, string where, WalkRequest request, string id, Action<WalkRequest, string> name, IReadOnlyList<HttpStatusCode> allowed)
    {
        var (told, nobodys) = (request.Copy(), request.Copy());
        var nobody = Guid.CreateVersion7().ToString();
        name(told, id);
        name(nobodys, nobody);
        var answer = await member.Send(told);
        var other = await member.Send(nobodys);
        Named++;
        if (!allowed.Contains(answer.Status))
            _findings.Add($"{operation}: a hidden id {where} was answered with {(int)answer.Status}: {answer.Text}\n  {told.ToCurl()}");
        // A right that is missing is missing for any id.
        if (Unlike.Each(answer, id, other, nobody) is { } difference)
            _findings.Add($"{operation}: a hidden id {where} was answered with\n{difference}");
        if (answer.Text.Contains(hidden.Mark, StringComparison.Ordinal))
            _findings.Add($"{operation}: a hidden text was told for an id {where}: {answer.Text}");
        return answer;
    }

    static bool NamesField(Answer answer, string field) =>
        answer["errors"] is JsonObject errors && errors.Any(error => error.Key.Contains(field, StringComparison.Ordinal));
}
