using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Crm.Contracts;
using Crm.Platform.Data;
using Crm.Platform.Fields;
using Crm.Platform.Files;
using Crm.Platform.Http;
using Crm.Platform.Jobs;
using Crm.Platform.Modules;
using Microsoft.Extensions.Logging;

namespace Crm.Platform.Importing;

/// <summary>
/// Imports a stored file: reads it from the start, skips what its checkpoint counts, and takes in some hundred rows per
/// transaction together with their results. Killed at any point it goes on without doing a row twice.
/// </summary>
sealed partial class ImportJob(IImport import, IFileStore files, ImportedFields custom, ILogger<ImportJob> log) : IJobKind, IPartOf
{
    /// <summary>How often a batch that lost against another writer is read and decided anew before its rows are tried one by one.</summary>
    const int Rounds = 5;

    object IPartOf.Part => import;

    public static string KindOf(string resource) => $"import-{resource}";

    public string Kind => KindOf(import.Resource);

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var input = run.Input<ImportInput>();
        var options = input.Options;
        if (await files.Find(run.TenantId, input.FileId, ct) is not { } file)
            return Refusal.NotFound("import/file-gone", "The file of this import is no longer there.");
        var opened = await ImportSource.Open(() => files.Open(file), options.Encoding, options.Delimiter is { } d ? d[0] : null, ct);
        if (opened.Refused(out var unreadable)) return unreadable;
        var source = opened.Value;
        var fields = await custom.Of(import, run.TenantId, input.Roles, ct);
        var mapping = options.Mapping ?? ImportMapping.Suggest(fields, source.Header);
        var bound = BoundMapping.Bind(mapping, fields, source.Header);
        if (bound.Refused(out var unmapped)) return unmapped;

        var work = new Work(bound.Value, new ImportRun(options, import, input.Scope, input.CustomerScope, run.AskedAt), options.DryRun);
        var checkpoint = run.Checkpoint<ImportCheckpoint>() ?? new ImportCheckpoint(0, new ImportSummary
        {
            DryRun = options.DryRun,
            Encoding = source.Encoding,
            Delimiter = source.Delimiter.ToString(),
            Mapping = mapping,
        });
        try
        {
            await run.Expect(await Count(source, ct), ct);
            return await TakeInAll(run, source, work, checkpoint, ct);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Field("encoding", "import/encoding-wrong", $"The file holds bytes that {source.Encoding.Name} does not have.");
        }
    }

    async Task<Outcome<Nothing>> TakeInAll(JobRun run, ImportSource source, Work work, ImportCheckpoint checkpoint, CancellationToken ct)
    {
        var firstRowOfKey = new Dictionary<UInt128, long>();
        var pace = new ImportPace(run.Engine);
        var batch = new List<FileRow>();
        await foreach (var (number, row) in source.Rows(ct))
        {
            // Keys of rows that are done count too: a repetition further down is found after a restart as well.
            var key = work.Mapping.KeyOf(row);
            var first = key is null ? number : FirstRow(firstRowOfKey, key, number);
            if (number <= checkpoint.RowsDone) continue;
            batch.Add(new FileRow(number, row, first == number ? null : first));
            if (batch.Count < pace.Rows) continue;
            checkpoint = await TakeInBatch(run, work, pace, batch, checkpoint, ct);
            batch.Clear();
        }
        if (batch.Count > 0) await TakeInBatch(run, work, pace, batch, checkpoint, ct);
        return Nothing.Value;
    }

    async Task<ImportCheckpoint> TakeInBatch(
        JobRun run, Work work, ImportPace pace, IReadOnlyList<FileRow> batch, ImportCheckpoint checkpoint, CancellationToken ct, int round = 1)
    {
        try
        {
            return await Keep(run, work, pace, batch, checkpoint, ct);
        }
        catch (Exception e) when (round < Rounds && WriteConflict.Explains(e))
        {
            // Another import, or a person, took a key or changed a record between this batch's reading and its save.
            return await TakeInBatch(run, work, pace, batch, checkpoint, ct, round + 1);
        }
        catch (Exception e) when (e is not (JobStoppedException or OperationCanceledException or DecoderFallbackException) && !DatabaseDown.Explains(e))
        {
            // One row must not stop the others: halve until it stands alone, then refuse it by itself.
            if (batch.Count == 1)
            {
                RowFaulted(log, e, run.JobId, batch[0].Number);
                return await KeepFaulted(run, work, batch[0], checkpoint, ct);
            }
            var half = batch.Count / 2;
            checkpoint = await TakeInBatch(run, work, pace, [.. batch.Take(half)], checkpoint, ct);
            return await TakeInBatch(run, work, pace, [.. batch.Skip(half)], checkpoint, ct);
        }
    }

    async Task<ImportCheckpoint> Keep(JobRun run, Work work, ImportPace pace, IReadOnlyList<FileRow> batch, ImportCheckpoint checkpoint, CancellationToken ct)
    {
        var rehearsal = TimeSpan.Zero;
        var rehearsed = work.DryRun ? await run.Rehearse(async (db, inner) =>
        {
            var began = Stopwatch.GetTimestamp();
            var taken = await TakeIn(db, work, batch, inner);
            rehearsal = Stopwatch.GetElapsedTime(began);
            return taken;
        }, ct) : null;
        var next = checkpoint;
        var held = await run.Step(async (db, step, inner) =>
        {
            var taken = rehearsed ?? await TakeIn(db, work, batch, inner);
            next = Note(step, checkpoint, taken);
        }, ct);
        pace.Took(batch.Count, held > rehearsal ? held : rehearsal);
        return next;
    }

    static async Task<ImportCheckpoint> KeepFaulted(JobRun run, Work work, FileRow row, ImportCheckpoint checkpoint, CancellationToken ct)
    {
        var values = row.Read(work.Mapping);
        values.Refuse("", "import/row-fault", "The row could not be taken in because of a fault of the system; the log of the host names it.");
        var next = checkpoint;
        await run.Step((_, step, _) =>
        {
            next = Note(step, checkpoint, [Taken(values, null)]);
            return Task.CompletedTask;
        }, ct);
        return next;
    }

    static ImportCheckpoint Note(JobStep step, ImportCheckpoint checkpoint, IReadOnlyList<TakenRow> taken)
    {
        foreach (var row in taken) step.Add(row.ToResult());
        var next = new ImportCheckpoint(taken[^1].No, checkpoint.Summary.With(taken));
        step.Checkpoint = next;
        step.Summary = next.Summary;
        return next;
    }

    async Task<IReadOnlyList<TakenRow>> TakeIn(CrmDb db, Work work, IReadOnlyList<FileRow> batch, CancellationToken ct)
    {
        var rows = batch.Select(row => row.Read(work.Mapping)).ToList();
        var readable = rows.Where(row => !row.IsRefused).ToList();
        var answers = readable.Count == 0 ? [] : await import.TakeIn(db, work.Run, readable, ct);
        if (answers.Count != readable.Count) throw new InvalidOperationException($"{import.Resource}: {answers.Count} answers for {readable.Count} rows.");
        var byRow = readable.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. rows.Select(row => Taken(row, byRow.GetValueOrDefault(row)))];
    }

    static TakenRow Taken(RowValues row, IntakeAnswer? answer)
    {
        var reasons = answer is { Result: IntakeResult.Refused }
            ? [.. row.Reasons, .. answer.Reasons.Select(reason => new RowReason(reason.Field, reason.Code, reason.Detail))]
            : row.Reasons;
        if (reasons.Count == 0 && answer is null) throw new InvalidOperationException("A row was neither taken in nor refused.");
        var isRefused = reasons.Count > 0;
        return new TakenRow(row.RowNumber, row.Line, row.Text(ImportFields.ExternalId),
            isRefused ? nameof(IntakeResult.Refused) : answer!.Result.ToString(), isRefused ? null : answer!.Id, reasons, row.Warnings);
    }

    static async Task<long> Count(ImportSource source, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var _ in source.Rows(ct)) count++;
        return count;
    }

    /// <summary>Sixteen bytes per key and not the key: a million of them are some tens of megabytes.</summary>
    static long FirstRow(Dictionary<UInt128, long> seen, string key, long number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return seen.TryAdd(BitConverter.ToUInt128(hash), number) ? number : seen[BitConverter.ToUInt128(hash)];
    }

    [LoggerMessage(LogLevel.Error, "Import {JobId}: row {Number} ended by a fault.")]
    static partial void RowFaulted(ILogger log, Exception e, Guid jobId, long number);

    sealed record Work(BoundMapping Mapping, ImportRun Run, bool DryRun);

    sealed record FileRow(long Number, CsvRow Row, long? RepeatsRow)
    {
        public RowValues Read(BoundMapping mapping)
        {
            var values = mapping.Read(Number, Row);
            if (RepeatsRow is { } first)
                values.Refuse(ImportFields.ExternalId, "import/key-repeated", $"Row {first} of this file has the same external id.");
            return values;
        }
    }
}
