using Crm.Platform;

namespace Crm.Opportunities.Grains;

/// <summary>The state after a command, or why it was refused.</summary>
[GenerateSerializer, Immutable]
internal sealed class CommandAnswer
{
    [Id(0)] public OpportunitySnapshot? Snapshot { get; init; }
    [Id(1)] public Refusal? Refusal { get; init; }

    public static CommandAnswer Of(OpportunitySnapshot snapshot) => new() { Snapshot = snapshot };

    public static CommandAnswer Of(Refusal refusal) => new() { Refusal = refusal };
}
