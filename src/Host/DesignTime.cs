using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace Crm.Host;

/// <summary>The model for <c>dotnet ef</c>, with the engine named after <c>--</c>: <c>dotnet ef migrations add Initial ... -- PostgreSql</c>. No database is touched.</summary>
sealed class DesignTime : IDesignTimeDbContextFactory<CrmDb>
{
    public CrmDb CreateDbContext(string[] args)
    {
        if (args is not [var name] || !Enum.TryParse<Engine>(name, out var engine))
            throw new ArgumentException($"Name the engine after --, one of {string.Join(", ", Enum.GetNames<Engine>())}.", nameof(args));
        return For(engine);
    }

    /// <summary>The whole model on an engine, connected to nothing.</summary>
    internal static CrmDb For(Engine engine)
    {
        var services = new ServiceCollection().AddSingleton(new ModelParts(HostModules.All)).BuildServiceProvider();
        return new CrmDb(DatabaseProvider.Configure(engine, Nowhere(engine), services).Options);
    }

    static string Nowhere(Engine engine) => engine switch
    {
        Engine.Sqlite => "Data Source=:memory:",
        Engine.SqlServer => "Server=nowhere;Database=crm",
        _ => "Host=nowhere;Database=crm",
    };
}
