using Crm.Platform.Data;

namespace Crm.Host;

/// <summary>What the command line and the configuration say: <c>--demo</c>, <c>--data DIR</c>, <c>--urls</c>, <c>Database:*</c>.</summary>
sealed record HostSettings
{
    public required DatabaseOptions Database { get; init; }

    /// <summary>Load the demo tenant into an empty installation.</summary>
    public bool Demo { get; init; }

    /// <summary>Map the empty endpoints that the bench measures floors against. Never in production.</summary>
    public bool Bench { get; init; }

    /// <summary><c>--openapi FILE</c>: write the API document there and end, without starting anything.</summary>
    public string? ApiDocumentFile { get; init; }

    /// <exception cref="InvalidOperationException">The engine has no such name, or a server engine has no connection string.</exception>
    public static HostSettings From(IConfiguration configuration)
    {
        var engineName = configuration["Database:Engine"] ?? nameof(Engine.Sqlite);
        if (!Enum.TryParse<Engine>(engineName, ignoreCase: true, out var engine))
            throw new InvalidOperationException($"Database:Engine '{engineName}' is none of {string.Join(", ", Enum.GetNames<Engine>())}.");
        var folder = Path.GetFullPath(configuration["data"] ?? Path.Combine(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "crm"));
        var connection = engine == Engine.Sqlite
            ? $"Data Source={Path.Combine(folder, "crm.db")}"
            : configuration["Database:ConnectionString"] ?? throw new InvalidOperationException("Database:ConnectionString is missing.");
        return new HostSettings
        {
            Database = new DatabaseOptions
            {
                Engine = engine,
                ConnectionString = connection,
                MigratorConnectionString = configuration["Database:MigratorConnectionString"],
                DataFolder = folder,
                AcrossTenantsRole = configuration["Database:AcrossTenantsRole"] ?? "crm_across",
            },
            Demo = Flag(configuration, "demo"),
            Bench = Flag(configuration, "bench"),
            ApiDocumentFile = configuration["openapi"],
        };
    }

    static bool Flag(IConfiguration configuration, string name) => bool.TryParse(configuration[name], out var on) && on;
}
