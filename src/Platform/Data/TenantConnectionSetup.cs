using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Platform.Data;

/// <summary>
/// Tells the server engine for which tenant a connection taken from the pool works, so that row-level security holds even for a query
/// that forgot its filter. The pool resets it when the connection comes back.
/// </summary>
sealed class TenantConnectionSetup(DatabaseOptions options) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, (CrmDb)eventData.Context!);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, (CrmDb)eventData.Context!);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    DbCommand Command(DbConnection connection, CrmDb db)
    {
        var command = connection.CreateCommand();
        // Guids and a configured role name only: nothing a caller sent stands in this text.
        command.CommandText = (options.Engine, db.AcrossTenants) switch
        {
            (Engine.PostgreSql, false) => $"select set_config('crm.tenant', '{db.TenantId:D}', false)",
            (Engine.PostgreSql, true) => $"set role {options.AcrossTenantsRole}",
            (_, false) => $"exec sp_set_session_context N'crm.tenant', 0x{Convert.ToHexString(db.TenantId.ToByteArray(true))}; exec sp_set_session_context N'crm.across', 0",
            (_, true) => "exec sp_set_session_context N'crm.tenant', null; exec sp_set_session_context N'crm.across', 1",
        };
        return command;
    }
}
