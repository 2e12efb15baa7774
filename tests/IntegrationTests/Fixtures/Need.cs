using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Crm.IntegrationTests.Fixtures;

/// <summary>What a machine may lack. A test that needs it skips and says why; with <c>CRM_TEST_REQUIRE_ALL=1</c> the lack is a failure.</summary>
public static class Need
{
    /// <summary>A folder of the real data, e.g. <c>Need.SharedData("maven_crm")</c>: below <c>CRM_SHARED</c> or <c>../shared</c> beside the checkout.</summary>
    public static string SharedData(string folder)
    {
        var shared = Environment.GetEnvironmentVariable("CRM_SHARED") is { Length: > 0 } named ? named : Path.Combine(Checkout.Root, "..", "shared");
        foreach (var candidate in new[] { Path.Combine(shared, "data", folder), Path.Combine(shared, folder) })
        {
            if (Directory.Exists(candidate))
                return Path.GetFullPath(candidate);
        }

        return Missing($"The real data '{folder}' is not below CRM_SHARED or beside the checkout.");
    }

    /// <summary>Skips the running test, or fails it where nothing may be skipped.</summary>
    [DoesNotReturn]
    public static string Missing(string why)
    {
        if (Environment.GetEnvironmentVariable("CRM_TEST_REQUIRE_ALL") == "1")
            Assert.Fail($"{why} Nothing may be skipped in this run.");
        Assert.Skip(why);
        throw new InvalidOperationException(why);
    }
}
