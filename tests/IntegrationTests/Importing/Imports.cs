using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Http;

namespace Crm.IntegrationTests.Importing;

/// <summary>Sends files to be imported, and reads what became of them.</summary>
static class Imports
{
    public static Task<Answer> Import(this Session session, string resource, string csv, object? options = null, string? key = null) =>
        session.Import(resource, Encoding.UTF8.GetBytes(csv), options, key: key);

    public static Task<Answer> Import(this Session session, string resource, byte[] file, object? options = null, string name = "data.csv", string? key = null) =>
        session.Send(HttpMethod.Post, $"/api/v1/{resource}/import", Form(file, options, name), key: key);

    /// <summary>Sends a file and waits for its end.</summary>
    public static async Task<Answer> Imported(this Session session, string resource, string csv, object? options = null) =>
        await session.Ended((await session.Import(resource, csv, options)).Ok());

    public static async Task<Answer> Imported(this Session session, string resource, byte[] file, object? options = null) =>
        await session.Ended((await session.Import(resource, file, options)).Ok());

    public static MultipartFormDataContent Form(byte[] file, object? options, string name = "data.csv")
    {
        var form = new MultipartFormDataContent();
        if (options is not null) form.Add(new StringContent(options as string ?? JsonSerializer.Serialize(options, options.GetType(), ApiJson.Options)), "options");
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(part, "file", name);
        return form;
    }

    public static Task<Answer> Job(this Session session, Guid id) => session.Get($"/api/v1/jobs/{id}");

    /// <summary>The job when it has come to whatever end.</summary>
    public static Task<Answer> Ended(this Session session, Answer job, TimeSpan? within = null) => Eventually.Get(
        async () => (await session.Job(job.Id)).Ok(),
        seen => (string?)seen["status"] is "Completed" or "Failed" or "Cancelled",
        "the import ends", within ?? TimeSpan.FromSeconds(120));

    public static long Done(this Answer job) => (long)job["done"]!;

    /// <summary>Created, updated, unchanged, refused.</summary>
    public static (long Created, long Updated, long Unchanged, long Refused) Counts(this Answer job) =>
        ((long)job["summary"]!["created"]!, (long)job["summary"]!["updated"]!, (long)job["summary"]!["unchanged"]!, (long)job["summary"]!["refused"]!);

    public static long RefusedBy(this Answer job, string code) => (long?)job["summary"]!["refusedBy"]![code] ?? 0;

    public static long ChangedBy(this Answer job, string rule) => (long?)job["summary"]!["changedBy"]![rule] ?? 0;

    /// <summary>What the job did with each row, all pages.</summary>
    public static async Task<List<JsonNode>> Rows(this Session session, Answer job, string query = "")
    {
        var rows = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await session.Get($"/api/v1/jobs/{job.Id}/results?limit=200{query}{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            rows.AddRange(page["items"]!.AsArray().Select(row => row!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return rows;
    }

    /// <summary>Line, field and code of every reason.</summary>
    public static async Task<List<(long Line, string Field, string Code)>> Reasons(this Session session, Answer job) =>
    [
        .. (await session.Rows(job, "&outcome=Refused")).SelectMany(row => row["reasons"]!.AsArray()
            .Select(reason => ((long)row["line"]!, (string)reason!["field"]!, (string)reason["code"]!))),
    ];

    /// <summary>Field, rule, from and to of every warning.</summary>
    public static async Task<List<(string Field, string Rule, string From, string To)>> Warnings(this Session session, Answer job) =>
    [
        .. (await session.Rows(job, "&warned=true")).SelectMany(row => row["warnings"]!.AsArray()
            .Select(warning => ((string)warning!["field"]!, (string)warning["rule"]!, (string)warning["from"]!, (string)warning["to"]!))),
    ];

    /// <summary>A list of the API by name, all pages.</summary>
    public static async Task<List<JsonNode>> All(this Session session, string path)
    {
        var items = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = (await session.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Ok();
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return items;
    }
}
