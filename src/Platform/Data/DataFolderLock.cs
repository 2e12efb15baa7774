namespace Crm.Platform.Data;

/// <summary>Keeps a second process off the embedded database: two writers on one file would undo each other's queue.</summary>
public sealed class DataFolderLock : IDisposable
{
    readonly FileStream _file;

    DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Another process works on this folder.</exception>
    public static DataFolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "crm.lock");
        try
        {
            // The operating system frees the lock when the process ends, however it ends.
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException($"Another process already works on the data folder '{Path.GetFullPath(folder)}'. Stop it, or name another folder with --data.", e);
        }
    }

    /// <summary>What to tell the operator when another process works on the folder; null when it is free at this moment.</summary>
    public static string? WhyNot(string folder)
    {
        try
        {
            Take(folder).Dispose();
            return null;
        }
        catch (DataFolderInUseException e)
        {
            return e.Message;
        }
    }

    public void Dispose() => _file.Dispose();
}
