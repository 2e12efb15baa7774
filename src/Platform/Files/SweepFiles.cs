using System.Globalization;
using Crm.Platform.Data;
using Crm.Platform.Scheduling;

namespace Crm.Platform.Files;

/// <summary>Every night: the bytes of uploads that were cut off by a kill, and of files whose row is gone. Young ones may still be arriving and are left alone.</summary>
sealed class SweepFiles(IEnumerable<IFileBytes> places, TimeProvider clock) : IScheduledWork
{
    internal static readonly TimeSpan Youngest = TimeSpan.FromDays(1);

    public string Name => "platform.sweep-files";

    public string Cron => "0 41 3 * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        var removed = 0;
        foreach (var place in places) removed += await place.RemoveOrphans(clock.UtcNow() - Youngest, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{removed} orphans removed");
    }
}
