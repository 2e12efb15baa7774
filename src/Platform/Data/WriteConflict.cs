using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Data;

/// <summary>Tells a write that lost against another one, and succeeds when it reads again, from a write that is wrong.</summary>
public static class WriteConflict
{
    public static bool Explains(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is DbUpdateConcurrencyException) return true;
            if (e is DbUpdateException update && UniqueKeys.Caused(update)) return true;
            if (e is DbException raw && UniqueKeys.Caused(new DbUpdateException("", raw))) return true;
            if (e is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.DeadlockDetected or Npgsql.PostgresErrorCodes.SerializationFailure }) return true;
            if (e is Microsoft.Data.SqlClient.SqlException { Number: 1205 }) return true;
        }
        return false;
    }
}
