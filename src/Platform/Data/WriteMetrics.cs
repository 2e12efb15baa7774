using System.Diagnostics.Metrics;

namespace Crm.Platform.Data;

/// <summary>What the single-writer queue does, for OpenTelemetry: how many writes share a commit and how long a write takes from asking to disk.</summary>
static class WriteMetrics
{
    static readonly Meter Meter = new("Crm.Platform.Writes");

    public static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>("crm.write.group_size", "{write}", "Writes that shared one commit.");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("crm.write.duration", "ms", "From entering the queue to durable.");

    public static readonly Counter<long> Refused = Meter.CreateCounter<long>("crm.write.rolled_back", "{write}", "Writes that were refused or failed.");
}
