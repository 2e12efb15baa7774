using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Platform.Data;

/// <summary>Ids as 16 big-endian bytes, so that version 7 ids sort by time on SQLite and SQL Server.</summary>
public sealed class GuidBytes() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true),
    bytes => new Guid(bytes, true));
