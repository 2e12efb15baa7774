using Crm.Platform.Security;

namespace Crm.Platform.Streaming;

/// <summary>One topic as one stream follows it.</summary>
public interface IStreamSource
{
    /// <summary>How long what another node did may stay unseen.</summary>
    TimeSpan Patience { get; }

    /// <summary>Completes when there may be something new. Asked for before a look, so that what moves after the look is heard.</summary>
    Task Stirred(CancellationToken ct);

    /// <summary>What is new since the last look, as far as the caller may see it now. A refusal ends the stream.</summary>
    Task<Outcome<IReadOnlyList<StreamEvent>>> Look(Caller caller, CancellationToken ct);
}
