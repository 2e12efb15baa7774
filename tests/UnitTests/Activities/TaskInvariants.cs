using Crm.Activities.Domain;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Activities;

/// <summary>domain.md 20: a task for several members ends when its policy says so, whoever finishes in whatever order.</summary>
public sealed class TaskInvariants
{
    static readonly DateTime Now = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    [Property(MaxTest = 300)]
    [Trait("Promise", "S-53")]
    public void A_task_for_any_of_its_members_ends_with_the_first_and_for_all_with_the_last(byte size, int order, bool all)
    {
        var members = Enumerable.Range(0, 1 + size % 12).Select(_ => Guid.CreateVersion7()).ToList();
        var policy = all ? CompletionPolicy.All : CompletionPolicy.Any;
        IReadOnlyCollection<Assignment> parts = [.. members.Select(id => new Assignment(id, null))];
        var finishers = new Random(order).GetItems([.. members], members.Count * 3);
        var state = TaskState.Open;
        foreach (var member in finishers)
        {
            var outcome = TaskRules.Complete(state, policy, parts, member, answers: false, Now);
            if (state == TaskState.Done || parts.Single(part => part.MemberId == member).DoneAt is not null)
            {
                Assert.True(outcome.IsRefused);
                continue;
            }
            Assert.False(outcome.IsRefused);
            parts = outcome.Value.Parts;
            var done = parts.Count(part => part.DoneAt is not null);
            Assert.Equal(all ? done == members.Count : done == 1, outcome.Value.Done);
            if (outcome.Value.Done) state = TaskState.Done;
        }
        Assert.Equal(members.Count, parts.Select(part => part.MemberId).Distinct().Count());
    }

    [Property(MaxTest = 300)]
    [Trait("Promise", "S-53")]
    public void Taking_back_what_one_has_finished_leaves_the_task_as_it_was_before(byte size, int order, bool all)
    {
        var random = new Random(order);
        var policy = all ? CompletionPolicy.All : CompletionPolicy.Any;
        // Some have finished already, none of them so that the task has ended.
        IReadOnlyCollection<Assignment> parts = [.. Enumerable.Range(0, 1 + size % 12).Select(i => new Assignment(Guid.CreateVersion7(), all && i > 0 && random.Next(2) == 0 ? Now : null))];
        var member = parts.First().MemberId;

        var ended = TaskRules.Complete(TaskState.Open, policy, parts, member, answers: false, Now).Value;
        var back = TaskRules.TakeBack(ended.Done ? TaskState.Done : TaskState.Open, policy, ended.Parts, member, member).Value;

        Assert.Equal(parts, back.Parts);
        Assert.False(back.Done);
        Assert.Equal("tasks/nothing-to-take-back", TaskRules.TakeBack(TaskState.Open, policy, back.Parts, member, null).Refusal.Code);
    }

    [Fact]
    public void A_task_that_who_answers_for_it_ended_whole_stays_ended_when_a_member_takes_an_earlier_part_back()
    {
        var (owner, one) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        IReadOnlyCollection<Assignment> parts = [new(one, Now), new(Guid.CreateVersion7(), null)];
        Assert.True(TaskRules.TakeBack(TaskState.Done, CompletionPolicy.All, parts, one, owner).Value.Done);
        Assert.False(TaskRules.TakeBack(TaskState.Done, CompletionPolicy.All, parts, owner, owner).Value.Done);
        Assert.Equal("tasks/not-open", TaskRules.TakeBack(TaskState.Cancelled, CompletionPolicy.All, parts, one, owner).Refusal.Code);
    }

    [Property(MaxTest = 200)]
    public void Whoever_stays_keeps_what_was_done_when_the_assignees_change(byte before, byte after, int seed)
    {
        var random = new Random(seed);
        var pool = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
        IReadOnlyCollection<Assignment> parts = [.. pool.Take(1 + before % 10).Select(id => new Assignment(id, random.Next(2) == 0 ? Now : null))];
        var wanted = random.GetItems(pool, 1 + after % 10);

        var changed = TaskRules.Reassign(parts, wanted);

        Assert.Equal(wanted.Distinct().Order(), changed.Select(part => part.MemberId).Order());
        foreach (var part in changed)
            Assert.Equal(parts.FirstOrDefault(old => old.MemberId == part.MemberId)?.DoneAt, part.DoneAt);
    }

    [Fact]
    public void Who_answers_for_a_task_finishes_it_whole_and_a_stranger_does_not()
    {
        IReadOnlyCollection<Assignment> parts = [new(Guid.CreateVersion7(), null), new(Guid.CreateVersion7(), null)];
        Assert.True(TaskRules.Complete(TaskState.Open, CompletionPolicy.All, parts, Guid.CreateVersion7(), answers: true, Now).Value.Done);
        Assert.Equal("tasks/not-yours", TaskRules.Complete(TaskState.Open, CompletionPolicy.All, parts, Guid.CreateVersion7(), answers: false, Now).Refusal.Code);
        Assert.Equal("tasks/not-open", TaskRules.Complete(TaskState.Cancelled, CompletionPolicy.All, parts, parts.First().MemberId, answers: true, Now).Refusal.Code);
        Assert.All(TaskRules.Reopen(TaskState.Done, [.. parts.Select(part => part with { DoneAt = Now })]).Value, part => Assert.Null(part.DoneAt));
        Assert.Equal("tasks/open", TaskRules.Reopen(TaskState.Open, parts).Refusal.Code);
    }
}
