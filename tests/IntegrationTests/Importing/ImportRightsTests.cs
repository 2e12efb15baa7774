using System.Net;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Importing;

public sealed class ImportRightsTests(Hosts hosts)
{
    const string OneCustomer = "id,name\n1,One\n";

    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_who_may_import_and_write_the_records_imports_them(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        using var reader = await tenant.As(BuiltInRoles.ReadOnly);
        using var marketing = await tenant.As([BuiltInRoles.Marketing], []);
        using var ops = await tenant.As([BuiltInRoles.SalesOperations], []);

        foreach (var resource in new[] { "customers", "products", "members", "opportunities" })
        {
            (await seller.Import(resource, OneCustomer)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
            (await reader.Import(resource, OneCustomer)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        }
        (await marketing.Import("products", OneCustomer)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await marketing.Import("opportunities", OneCustomer)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        (await ops.Import("members", OneCustomer)).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");
        Assert.Equal((1, 0, 0, 0), (await marketing.Imported("customers", OneCustomer)).Counts());
        Assert.Single(await tenant.Admin.All("/api/v1/jobs"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_manager_imports_for_the_own_department_and_takes_nothing_from_another(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var north = await tenant.As(BuiltInRoles.SalesManager, TestTenant.North);
        await tenant.NewMember("nora", [BuiltInRoles.Salesperson], [TestTenant.North]);
        await tenant.NewMember("sven", [BuiltInRoles.Salesperson], [TestTenant.South]);
        Assert.Equal((1, 0, 0, 0), (await tenant.Admin.Imported("customers", "id,name,owner\ns1,Of the south,sven\n")).Counts());

        var job = await north.Imported("customers", "id,name,owner\nn1,Of the north,nora\nn2,Mine,\nn3,Not mine,sven\ns1,Taken over,nora\n");
        Assert.Equal((2, 0, 0, 2), job.Counts());
        Assert.Equal([(4L, "owner", "import/member-out-of-scope"), (5L, "externalId", "import/record-out-of-scope")], await north.Reasons(job));
        Assert.Contains(await tenant.Admin.All("/api/v1/customers"), customer => (string?)customer["name"] == "Of the south");

        // Of a customer that the manager does not see the import says the same as of one that is not there.
        var deals = await north.Imported("opportunities", "id,name,customer,owner\nd1,A,Of the north,nora\nd2,B,Of the south,nora\nd3,C,Nowhere,nora\n", new
        {
            mapping = new
            {
                columns = new { externalId = "id", name = "name", customer = "customer", owner = "owner" },
                constants = new { type = "NewProject", stage = "Qualify", currency = "CNY" },
            },
        });
        Assert.Equal((1, 0, 0, 2), deals.Counts());
        Assert.Equal([(3L, "customer", "import/customer-unknown"), (4L, "customer", "import/customer-unknown")], await north.Reasons(deals));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Names_are_looked_for_in_the_own_tenant_alone(Engine engine)
    {
        var (here, there) = (await hosts.NewTenant(engine), await hosts.NewTenant(engine));
        await there.NewMember("tilda", [BuiltInRoles.Salesperson], [TestTenant.North]);
        Assert.Equal((1, 0, 0, 0), (await there.Admin.Imported("customers", "id,name,owner\n1,Theirs,tilda\n")).Counts());

        var job = await here.Admin.Imported("customers", "id,name,owner\n1,Ours,\n2,Ours too,tilda\n");
        Assert.Equal((1, 0, 0, 1), job.Counts());
        Assert.Equal([(3L, "owner", "import/member-unknown")], await here.Admin.Reasons(job));
        Assert.Equal("Theirs", (string?)Assert.Single(await there.Admin.All("/api/v1/customers"))["name"]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_job_its_rows_and_its_file_are_seen_by_whom_they_belong_to(Engine engine)
    {
        var (tenant, foreign) = (await hosts.NewTenant(engine), await hosts.NewTenant(engine));
        using var north = await tenant.As(BuiltInRoles.SalesManager, TestTenant.North);
        using var south = await tenant.As(BuiltInRoles.SalesManager, TestTenant.South);
        using var reader = await tenant.As([BuiltInRoles.ReadOnly], []);
        var preview = (await north.Send(HttpMethod.Post, "/api/v1/customers/import/preview", Imports.Form("id,name\n1,One\n"u8.ToArray(), null))).Ok();
        var file = (Guid)preview["fileId"]!;
        var job = await north.Ended((await north.Post("/api/v1/customers/import", new { fileId = file })).Ok());

        foreach (var other in new[] { south, foreign.Admin })
        {
            foreach (var path in new[] { "", "/results", "/results.csv" })
                (await other.Get($"/api/v1/jobs/{job.Id}{path}")).Refused(HttpStatusCode.NotFound);
            (await other.Delete($"/api/v1/jobs/{job.Id}")).Refused(HttpStatusCode.NotFound);
            (await other.Post("/api/v1/customers/import", new { fileId = file })).Refused(HttpStatusCode.NotFound, "files/not-found");
            (await other.Post("/api/v1/customers/import/preview", new { fileId = file })).Refused(HttpStatusCode.NotFound, "files/not-found");
            Assert.Empty(await other.All("/api/v1/jobs"));
        }
        // Who sees every record of the tenant sees every job; to stop one takes the right to import.
        Assert.Single(await reader.Rows(job));
        (await reader.Delete($"/api/v1/jobs/{job.Id}")).Refused(HttpStatusCode.Forbidden, "jobs/not-yours");
        (await tenant.Admin.Delete($"/api/v1/jobs/{job.Id}")).Refused(HttpStatusCode.Conflict, "jobs/ended");
    }
}
