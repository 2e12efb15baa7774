using Crm.Platform.Lists;

namespace Crm.Platform.Streaming;

/// <summary>The parameters of the stream: which topics, and what each topic takes.</summary>
sealed class StreamSpec(IReadOnlyList<IStreamTopic> topics) : IListSpec
{
    public IEnumerable<ListParameter> Parameters =>
    [
        new("topics", typeof(string), $"Divided by commas: {string.Join("; ", topics.Select(topic => $"{topic.Name}: {topic.Description}"))}. All of them together are one stream. Left out: all that the caller has the right to."),
        .. topics.SelectMany(topic => topic.Parameters).DistinctBy(parameter => parameter.Name),
    ];
}
