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
        command.CommandText = Text(options, db.AcrossTenants ? null : db.TenantId);
        return command;
    }

    // Guids and a configured role name only: nothing a caller sent stands in this text.
    internal static string Text(DatabaseOptions options, Guid? tenantId) => (options.Engine, tenantId) switch
    {
        (Engine.PostgreSql, { } tenant) => $"select set_config('crm.tenant', '{tenant:D}', false)",
        (Engine.PostgreSql, null) => $"set role {options.AcrossTenantsRole}",
        (_, { } tenant) => $"exec sp_set_session_context N'crm.tenant', 0x{Convert.ToHexString(tenant.ToByteArray(true))}; exec sp_set_session_context N'crm.across', 0",
        (_, null) => "exec sp_set_session_context N'crm.tenant', null; exec sp_set_session_context N'crm.across', 1",
    };
}
