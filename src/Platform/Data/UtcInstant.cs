using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Platform.Data;

/// <summary>Instants are UTC in storage; engines that do not keep the kind get it back on reading.</summary>
public sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Utc ? instant : Refuse(instant),
    instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc))
{
    static DateTime Refuse(DateTime instant) =>
        throw new InvalidOperationException($"{instant:O} is not in UTC; only UTC instants are stored.");
}
