using Crm.Platform;
using Crm.Platform.Jobs;
using Crm.UnitTests.Platform;

namespace Crm.UnitTests.Jobs;

/// <summary>Writes one note per number, ten per step, and goes on from where it was.</summary>
sealed class Counting : IJobKind
{
    public string Kind => "count";

    public Func<int, Task> BeforeStep { get; set; } = _ => Task.CompletedTask;

    public async Task<Outcome<Nothing>> Run(JobRun run, CancellationToken ct)
    {
        var until = run.Input<Asked>().Until;
        await run.Expect(until, ct);
        for (var next = run.Checkpoint<Reached>()?.Next ?? 0; next < until; next += 10)
        {
            await BeforeStep(next);
            var from = next;
            await run.Step((db, step, _) =>
            {
                for (var no = from; no < Math.Min(from + 10, until); no++)
                {
                    db.Add(new Note { Text = $"{run.JobId}", Rank = no });
                    step.Add(new JobResultRow { No = no + 1, Outcome = "Counted", IsFailed = no % 7 == 3 });
                }
                step.Checkpoint = new Reached(from + 10);
                return Task.CompletedTask;
            }, ct);
        }
        return Nothing.Value;
    }

    public sealed record Asked(int Until);

    public sealed record Reached(int Next);
}
