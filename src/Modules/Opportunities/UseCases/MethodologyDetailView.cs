using Crm.Contracts.Opportunities;
using Crm.Methodology.Sdk;
using Crm.Opportunities.Methodologies;
using Crm.Platform.Security;
using ForecastCategory = Crm.Contracts.Opportunities.ForecastCategory;
using Gate = Crm.Methodology.Sdk.Gate;

namespace Crm.Opportunities.UseCases;

/// <summary>A method with its versions in full, newest first.</summary>
internal sealed record MethodologyDetailView
{
    public required string Id { get; init; }

    /// <summary>In the caller's language; the id where no version could say its name.</summary>
    public required string Name { get; init; }

    /// <summary>The version that a new opportunity takes; null when none is in working order.</summary>
    public required string? CurrentVersion { get; init; }
    public required IReadOnlyList<MethodologyVersionDetailView> Versions { get; init; }

    public static MethodologyDetailView Of(IReadOnlyList<MethodListing> versions, Caller caller) => new()
    {
        Id = versions[0].Id,
        Name = MethodologyView.NameOf(versions, caller),
        CurrentVersion = MethodologyView.Current(versions),
        Versions = [.. versions.Select(listing => MethodologyVersionDetailView.Of(listing, caller))],
    };
}

/// <summary>A version of a method as it defines itself. Lists are empty when it could not be loaded.</summary>
internal sealed record MethodologyVersionDetailView
{
    public required string Version { get; init; }
    public required MethodState State { get; init; }

    /// <summary>Why it is not active. For those who manage methods; null for others.</summary>
    public required string? Reason { get; init; }

    /// <summary>The SDK versions it was made for; null when its manifest could not be read.</summary>
    public required string? Sdk { get; init; }

    /// <summary>For which kind of sale it is meant.</summary>
    public required string? Description { get; init; }

    /// <summary>In order, closed ones last.</summary>
    public required IReadOnlyList<MethodologyStageView> Stages { get; init; }
    public required IReadOnlyList<MethodologyTransitionView> Transitions { get; init; }
    public required IReadOnlyList<MethodologyTaskView> Tasks { get; init; }

    /// <summary>How its calls went since this host loaded it. For those who manage methods; null for others.</summary>
    public required MethodologyCallsView? Calls { get; init; }

    public static MethodologyVersionDetailView Of(MethodListing listing, Caller caller)
    {
        var definition = listing.Method?.Definition;
        var language = caller.Language;
        var manages = caller.Has(Permission.ManageMethodologies);
        return new MethodologyVersionDetailView
        {
            Version = listing.Version,
            State = listing.State,
            Reason = manages ? listing.Reason : null,
            Sdk = listing.Sdk,
            Description = definition?.Description?.In(language),
            Stages = [.. (definition?.Stages ?? []).Select(stage => MethodologyStageView.Of(stage, language))],
            Transitions = [.. (definition?.Transitions ?? []).Select(move => new MethodologyTransitionView { From = move.From, To = move.To })],
            Tasks = [.. (definition?.Tasks ?? []).Select(task => MethodologyTaskView.Of(task, language))],
            Calls = manages ? MethodologyCallsView.Of(listing.Tally) : null,
        };
    }
}

/// <summary>A stage as its method defines it.</summary>
internal sealed record MethodologyStageView
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required int Order { get; init; }

    /// <summary><c>Open</c>, <c>Won</c> or <c>Lost</c>.</summary>
    public required StageClass Class { get; init; }

    /// <summary>Null for a closed stage.</summary>
    public required FunnelBand? Band { get; init; }

    /// <summary>What an opportunity takes on entering, 0 to 1.</summary>
    public required decimal Probability { get; init; }
    public required ForecastCategory ForecastCategory { get; init; }

    /// <summary>How strictly leaving it is guarded.</summary>
    public required Gate Gate { get; init; }
    public required bool AutoAdvance { get; init; }

    /// <summary>How long an opportunity is expected to stay; null when nothing is expected.</summary>
    public required int? ExpectedDays { get; init; }
    public required IReadOnlyList<string> PartnerDepartments { get; init; }
    public required string? Guidance { get; init; }

    public static MethodologyStageView Of(StageDefinition stage, string language) => new()
    {
        Key = stage.Key,
        Name = stage.Name.In(language),
        Order = stage.Order,
        Class = stage.Class,
        Band = stage.Band is { } band ? Enum.Parse<FunnelBand>(band.ToString()) : null,
        Probability = stage.DefaultProbability,
        ForecastCategory = Enum.Parse<ForecastCategory>(stage.ForecastCategory.ToString()),
        Gate = stage.Gate,
        AutoAdvance = stage.AutoAdvance,
        ExpectedDays = stage.ExpectedDays,
        PartnerDepartments = stage.PartnerDepartments,
        Guidance = stage.Guidance?.In(language),
    };
}

/// <summary>A move that the method allows.</summary>
internal sealed record MethodologyTransitionView
{
    public required string From { get; init; }
    public required string To { get; init; }
}

/// <summary>A task template of a stage.</summary>
internal sealed record MethodologyTaskView
{
    public required string Key { get; init; }
    public required string Stage { get; init; }
    public required string Name { get; init; }
    public required TaskKind Kind { get; init; }

    /// <summary>Days from entering the stage; null for no due date.</summary>
    public required int? DueInDays { get; init; }
    public required AssigneeRule Assignee { get; init; }

    /// <summary>The role that gets it, where it goes by role.</summary>
    public required string? AssigneeRole { get; init; }
    public required TaskEvidence Evidence { get; init; }
    public required bool AutoImport { get; init; }
    public required string? Department { get; init; }
    public required string? Guidance { get; init; }

    public static MethodologyTaskView Of(TaskTemplate task, string language) => new()
    {
        Key = task.Key,
        Stage = task.Stage,
        Name = task.Name.In(language),
        Kind = task.Kind,
        DueInDays = task.DueInDays,
        Assignee = task.Assignee,
        AssigneeRole = task.AssigneeRole,
        Evidence = task.Evidence,
        AutoImport = task.AutoImport,
        Department = task.Department,
        Guidance = task.Guidance?.In(language),
    };
}

/// <summary>How a version's assessments went since this host loaded it.</summary>
internal sealed record MethodologyCallsView
{
    public required long Answers { get; init; }
    public required long Faults { get; init; }
    public required string? LastFault { get; init; }
    public required DateTime? LastFaultAt { get; init; }

    /// <summary>Milliseconds; null before the first answer.</summary>
    public required double? MeanMs { get; init; }
    public required double? LongestMs { get; init; }

    public static MethodologyCallsView Of(PluginTally tally) => new()
    {
        Answers = tally.Answers,
        Faults = tally.Faults,
        LastFault = tally.LastFault,
        LastFaultAt = tally.LastFaultUtc,
        MeanMs = tally.Answers == 0 ? null : Math.Round(tally.Total.TotalMilliseconds / tally.Answers, 3),
        LongestMs = tally.Answers == 0 ? null : Math.Round(tally.Longest.TotalMilliseconds, 3),
    };
}
