using Crm.Platform.Lists;
using Crm.Platform.Security;

namespace Crm.Platform.Streaming;

/// <summary>Something a browser can follow on its one stream. A module registers its topics; the stream multiplexes those that are asked for.</summary>
public interface IStreamTopic
{
    /// <summary>Its name in <c>topics</c>, and of its events, e.g. <c>funnel</c>.</summary>
    string Name { get; }

    /// <summary>What its events carry, for the API document.</summary>
    string Description { get; }

    /// <summary>The right that is asked for at the start and before each look.</summary>
    Permission Requires { get; }

    /// <summary>Query parameters of its own.</summary>
    IEnumerable<ListParameter> Parameters { get; }

    /// <summary>Begins to follow for one stream.</summary>
    Task<Outcome<IStreamSource>> Open(Caller caller, ListQuery query, CancellationToken ct);
}
