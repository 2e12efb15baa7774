using Crm.Platform.Data;

namespace Crm.Platform.Importing;

/// <summary>
/// How many rows the next step takes: as many as fit, at the speed of the last step, into the time that it may keep others from
/// writing. A fixed number would be too many on a slow disk and too few for rows that are quick.
/// </summary>
sealed class ImportPace(Engine engine)
{
    const int Fewest = 20;
    const int Most = 500;

    /// <summary>On SQLite a step holds the only writer; on a server engine it holds its own rows.</summary>
    readonly TimeSpan _wanted = TimeSpan.FromMilliseconds(engine == Engine.Sqlite ? 40 : 250);

    public int Rows { get; private set; } = 50;

    public void Took(int rows, TimeSpan held)
    {
        var fitting = held > TimeSpan.Zero ? rows * (_wanted / held) : Most;
        Rows = (int)Math.Clamp(fitting, Fewest, Math.Min(Most, Rows * 2));
    }
}
