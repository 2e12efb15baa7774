using System.Diagnostics;
using Npgsql;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>
/// The PostgreSQL that tests use: the one <c>CRM_TEST_POSTGRES</c> names (an administrator's connection string), else a private one
/// started for this run where the machine has the server. Tests never work as this administrator: a superuser sees every row.
/// </summary>
static class PostgresServer
{
    public const string Migrator = "crm_migrator";
    public const string Runtime = "crm_runtime";
    public const string AcrossTenants = "crm_across";

    static readonly SemaphoreSlim Starting = new(1);
    static (string? Admin, string? Lack)? _found;

    /// <summary>The administrator's connection string; skips the running test when there is no server.</summary>
    public static async Task<string> Admin()
    {
        await Starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _found ??= await Find();
        }
        finally
        {
            Starting.Release();
        }

        return _found.Value.Admin ?? Need.Missing(_found.Value.Lack!);
    }

    static async Task<(string?, string?)> Find()
    {
        if (Environment.GetEnvironmentVariable("CRM_TEST_POSTGRES") is { Length: > 0 } named)
        {
            await EnsureRoles(named);
            return (named, null);
        }

        var script = Checkout.PathOf("tools", "private-postgres.sh");
        var folder = Directory.CreateTempSubdirectory("crm-pg-").FullName;
        var (code, output, error) = await Run("bash", script, "start", folder, "--fast");
        if (code != 0)
            return (null, $"No PostgreSQL: CRM_TEST_POSTGRES is not set and a private one did not start: {error.Trim()}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Process.Start("bash", [script, "stop", folder])?.WaitForExit(10_000);
        return (output.Trim(), null);
    }

    static async Task EnsureRoles(string admin)
    {
        await using var source = NpgsqlDataSource.Create(admin);
        foreach (var (role, rights) in new[] { (Migrator, "login createdb"), (Runtime, "login nobypassrls"), (AcrossTenants, "nologin nobypassrls") })
        {
            await using var command = source.CreateCommand(
                $"do $$ begin if not exists (select from pg_roles where rolname = '{role}') then create role {role} {rights} password '{role}'; end if; end $$");
            await command.ExecuteNonQueryAsync();
        }

        await using var grant = source.CreateCommand($"grant {AcrossTenants} to {Runtime}");
        await grant.ExecuteNonQueryAsync();
    }

    static async Task<(int Code, string Output, string Error)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        // The server that the script leaves behind writes to its own log, so the pipe ends with the script.
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
