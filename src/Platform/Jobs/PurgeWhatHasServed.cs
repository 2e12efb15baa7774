using System.Globalization;
using Crm.Platform.Scheduling;

namespace Crm.Platform.Jobs;

/// <summary>Every hour: what the platform keeps beyond its time goes.</summary>
sealed class PurgeWhatHasServed(Retention retention) : IScheduledWork
{
    public string Name => "platform.purge";

    public string Cron => "0 17 * * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        var removed = await retention.Purge(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{removed} rows removed");
    }
}
