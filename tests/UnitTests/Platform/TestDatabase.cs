using Crm.Platform.Data;
using Crm.Platform.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Crm.UnitTests.Platform;

/// <summary>The real platform over a real SQLite file with one table of its own.</summary>
sealed class TestDatabase : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crm-platform-").FullName;
    readonly ServiceProvider _services;

    TestDatabase()
    {
        var options = new DatabaseOptions
        {
            Engine = Engine.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder, "crm.db")}",
            DataFolder = _folder,
        };
        _services = new ServiceCollection()
            .AddSingleton(new ModelParts([new NotesModule()]))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(options)
            .AddSingleton<Database>()
            .BuildServiceProvider();
    }

    public Guid Tenant { get; } = Guid.CreateVersion7();

    public Guid Member { get; } = Guid.CreateVersion7();

    public Database Database => _services.GetRequiredService<Database>();

    public static async Task<TestDatabase> Create()
    {
        var test = new TestDatabase();
        await using var db = test.Database.ReadAcrossTenants();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    sealed class NotesModule : IModule
    {
        public string Name => "notes";

        public void ConfigureModel(ModelBuilder model, Engine engine)
        {
            model.Entity<Note>().ToTable("notes").HasIndex(n => new { n.TenantId, n.Text, n.Id });
        }

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void MapEndpoints(RouteGroupBuilder api)
        {
        }
    }
}
