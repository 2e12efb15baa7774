using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Data;

public static class UniqueKeys
{
    /// <summary>True when a save failed because a unique key was taken: another writer was first between the check and the save.</summary>
    public static bool Caused(DbUpdateException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.InnerException switch
        {
            Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
            Npgsql.PostgresException postgres => postgres.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
            DbException other => other is Microsoft.Data.SqlClient.SqlException { Number: 2601 or 2627 },
            _ => false,
        };
    }
}
