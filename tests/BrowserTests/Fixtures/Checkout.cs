namespace Crm.BrowserTests.Fixtures;

/// <summary>Where the repository lies around the running test.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Crm.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The checkout with Crm.sln was not found above the test.");
    }
}
