using System.Text;
using System.Text.Json.Nodes;

namespace Crm.IntegrationTests.Walk;

/// <summary>Makes a good request bad in one way, chosen by a seeded dice.</summary>
static class Spoiling
{
    static readonly string[] Types =
    [
        "", "application/json", "application/json; charset=utf-16", "application/json; charset=gbk", "application/json; charset=nonsense", "text/plain", "text/csv", "application/xml",
        "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/merge-patch+json", "application/problem+json", "application/octet-stream", "json", "a/b/c", "*/*",
    ];

    static readonly string[] Methods = ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "FOO"];

    /// <returns>What was done, and the field that a refusal has to name; null where none is at fault.</returns>
    public static Spoiled One(Random random, WalkRequest request)
    {
        while (true)
        {
            var done = random.Next(20) switch
            {
                < 6 => Member(random, request),
                6 => Missing(random, request),
                7 => Extra(random, request),
                8 or 9 => Bytes(random, request),
                10 => Type(random, request),
                11 or 12 => Header(random, request),
                13 or 14 or 15 => Parameter(random, request),
                16 => UnknownParameter(random, request),
                17 or 18 => Id(random, request),
                _ => Verb(random, request),
            };
            if (done is not null) return done;
        }
    }

    static Spoiled? Member(Random random, WalkRequest request)
    {
        if (request.Operation.Body is not { Properties.Count: > 0 } schema || request.Body is not JsonObject body) return null;
        var members = schema.Properties.ToList();
        var (name, of) = members[random.Next(members.Count)];
        var path = name;
        // Into a member's own members, half of the time.
        while (of.Properties is { Count: > 0 } inner && random.Next(2) == 0)
        {
            if (body[name] is not JsonObject below) body[name] = below = [];
            body = below;
            (name, of) = inner.ToList()[random.Next(inner.Count)];
            path += "." + name;
        }
        body[name] = random.Next(3) == 0 ? Nasty.Value(random) : Nasty.Value(random, of);
        return new($"member {path}", path.Split('.')[0]);
    }

    static Spoiled? Missing(Random random, WalkRequest request)
    {
        if (request.Operation.Body is not { Required.Count: > 0 } schema || request.Body is not JsonObject body) return null;
        var name = schema.Required[random.Next(schema.Required.Count)];
        body.Remove(name);
        return new($"no {name}", request.Method == HttpMethod.Patch ? null : name);
    }

    static Spoiled? Extra(Random random, WalkRequest request)
    {
        if (request.Body is not JsonObject body) return null;
        string[] names = ["tenantId", "id", "version", "createdAt", "__proto__", "$type", "$id", "NAME", "", "a.b", "a'b", "字", new('x', 2_000), "\0", "archivedAt"];
        var name = names[random.Next(names.Length)];
        if (body.ContainsKey(name)) return null;
        body[name] = Nasty.Value(random);
        return new($"extra member {name}", "");
    }

    static Spoiled? Bytes(Random random, WalkRequest request)
    {
        if (request.ContentType is null) return null;
        request.Raw = Nasty.Body(random, request.Raw ?? Encoding.UTF8.GetBytes(request.Body?.ToJsonString() ?? ""));
        request.IsChunked = random.Next(3) == 0;
        return new("bytes of the body", null);
    }

    static Spoiled? Type(Random random, WalkRequest request)
    {
        request.ContentType = Types[random.Next(Types.Length)];
        if (random.Next(2) == 0 && request.Method != HttpMethod.Get) request.Raw ??= [.. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nname\n"u8];
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Delete) request.Raw = [];
        return new($"content type {request.ContentType}", null);
    }

    static Spoiled? Header(Random random, WalkRequest request)
    {
        var (name, value) = random.Next(8) switch
        {
            0 or 1 => ("If-Match", Nasty.Versions[random.Next(Nasty.Versions.Length)]),
            2 or 3 => ("Idempotency-Key", Nasty.Keys[random.Next(Nasty.Keys.Length)]),
            4 => ("Content-Encoding", random.Next(2) == 0 ? "gzip" : "br"),
            5 => ("Accept", "application/xml"),
            6 => ("Accept-Language", "xx-YY;q=9, *;q=x"),
            _ => ("X-Forwarded-For", "' OR 1=1, ::1"),
        };
        if (value.Length == 0) request.Headers.Remove(name);
        else request.Headers[name] = value;
        return new($"header {name}: {value}", null);
    }

    static Spoiled? Parameter(Random random, WalkRequest request)
    {
        var parameters = request.Operation.InQuery.ToList();
        if (parameters.Count == 0) return null;
        var parameter = parameters[random.Next(parameters.Count)];
        var name = parameter.Name;
        var value = Parameter(random, parameter);
        request.Query.RemoveAll(pair => pair.Name == name);
        request.Query.Add((name, value));
        if (random.Next(8) == 0) request.Query.Add((name, Parameter(random, parameter)));
        return new($"?{name}={value}", name);
    }

    static string Parameter(Random random, ApiParameter parameter) => parameter.Name switch
    {
        "cursor" => Nasty.Cursors[random.Next(Nasty.Cursors.Length)],
        "limit" => Nasty.Limits[random.Next(Nasty.Limits.Length)],
        "sort" => Nasty.Sorts[random.Next(Nasty.Sorts.Length)],
        _ when parameter.Name.EndsWith("[in]", StringComparison.Ordinal) => string.Join(',', Enumerable.Range(0, random.Next(3) * 100 + 1).Select(_ => Nasty.Value(random)?.ToString() ?? "")),
        _ when random.Next(3) == 0 => Nasty.Value(random)?.ToString() ?? "",
        _ => Nasty.Value(random, parameter.Schema)?.ToString() ?? "",
    };

    static Spoiled? UnknownParameter(Random random, WalkRequest request)
    {
        var known = request.Operation.InQuery.Select(parameter => Resources.FieldOf(parameter.Name)).Distinct().ToList();
        var field = known.Count > 0 ? known[random.Next(known.Count)] : "name";
        string[] names = ["colour", $"{field}[foo]", $"{field}[", $"{field}]", $"[{field}]", $"{field}[gte", $"{field}[in][ne]", $"{field}[]", $"[gte]", "[]", "", $"{field} ", field.ToUpperInvariant(), "$filter", "__proto__", "\0", "字", new('x', 1_500), $"{field}.{field}"];
        var name = names[random.Next(names.Length)];
        if (request.Operation.InQuery.Any(parameter => parameter.Name == name)) return null;
        request.Query.Add((name, random.Next(2) == 0 ? "1" : ""));
        return new($"unknown parameter {name}", "");
    }

    static Spoiled? Id(Random random, WalkRequest request)
    {
        if (request.Path.Count == 0) return null;
        var name = request.Path.Keys.ElementAt(random.Next(request.Path.Count));
        request.Path[name] = random.Next(4) == 0 ? Guid.NewGuid().ToString() : random.Next(2) == 0 ? Nasty.Ids[random.Next(Nasty.Ids.Length)] : Nasty.Texts[random.Next(Nasty.Texts.Length)];
        return new($"{name} in the path", null);
    }

    static Spoiled? Verb(Random random, WalkRequest request)
    {
        request.Method = new HttpMethod(Methods[random.Next(Methods.Length)]);
        return new($"verb {request.Method}", null);
    }
}
