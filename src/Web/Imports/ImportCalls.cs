namespace Crm.Web.Imports;

/// <summary>Imports by way of the generated client: a file is stored once, looked at, tried and imported by its id.</summary>
internal sealed class ImportCalls(Client.CrmClient client)
{
    public async Task<Client.ImportPreview> Look(string kind, Stream file, string name, CancellationToken ct)
    {
        var stored = await client.UploadImportFileAsync(file, name, ct);
        var options = new Client.ImportOptions { FileId = stored.Id };
        return kind switch
        {
            "opportunities" => await client.PreviewOpportunitiesImportAsync(options, cancellationToken: ct),
            "customers" => await client.PreviewCustomersImportAsync(options, cancellationToken: ct),
            "products" => await client.PreviewProductsImportAsync(options, cancellationToken: ct),
            _ => await client.PreviewMembersImportAsync(options, cancellationToken: ct),
        };
    }

    public Task<Client.Job> Start(string kind, Client.ImportOptions options, string key, CancellationToken ct) => kind switch
    {
        "opportunities" => client.ImportOpportunitiesAsync(options, idempotencyKey: key, cancellationToken: ct),
        "customers" => client.ImportCustomersAsync(options, idempotencyKey: key, cancellationToken: ct),
        "products" => client.ImportProductsAsync(options, idempotencyKey: key, cancellationToken: ct),
        _ => client.ImportMembersAsync(options, idempotencyKey: key, cancellationToken: ct),
    };

    /// <summary>The last imports of everybody, the newest first.</summary>
    public async Task<IReadOnlyList<Client.Job>> Recent(CancellationToken ct) =>
        (await client.ListJobsAsync(kindContains: "import", limit: 10, cancellationToken: ct)).Items;

    /// <summary>What a job imports: the last part of its kind's name.</summary>
    public static string KindOf(Client.Job job) => job.Kind.StartsWith("import-", StringComparison.Ordinal) ? job.Kind[7..] : job.Kind;

    public Task<Client.Job> Job(Guid id, CancellationToken ct) => client.GetJobAsync(id, ct);

    public Task<Client.Job> Stop(Guid id, CancellationToken ct) => client.CancelJobAsync(id, ct);

    public Task<Client.JobResultPage> Rows(Guid id, bool onlyFailed, string? cursor, int limit, CancellationToken ct) =>
        client.ListJobResultsAsync(id, failed: onlyFailed ? true : null, cursor: cursor, limit: limit, cancellationToken: ct);
}
