using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Crm.IntegrationTests.Files;

/// <summary>Looks behind the API at what of files a tenant's database holds.</summary>
static class StoredRows
{
    public static async Task<int> Files(TestTenant tenant)
    {
        await using var db = tenant.Read();
        return await db.Set<StoredFile>().CountAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<int> Parts(TestTenant tenant)
    {
        await using var db = tenant.Read();
        return await db.Set<StoredFilePart>().CountAsync(TestContext.Current.CancellationToken);
    }
}
