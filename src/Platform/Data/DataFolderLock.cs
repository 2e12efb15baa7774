namespace Crm.Platform.Data;

/// <summary>Keeps a second process off the embedded database: two writers on one file would undo each other's queue.</summary>
public sealed class DataFolderLock : IDisposable
{
    readonly FileStream _file;

    DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="IOException">Another process works on this folder.</exception>
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
            throw new IOException($"Another process already works on the data folder '{Path.GetFullPath(folder)}'. Stop it, or name another folder with --data.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
