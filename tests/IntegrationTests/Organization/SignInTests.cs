using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Crm.Contracts.Organization;
using Crm.IntegrationTests.Fixtures;
using Crm.Platform.Data;
using Xunit;

namespace Crm.IntegrationTests.Organization;

public sealed class SignInTests(Hosts hosts)
{
    public static TheoryData<Engine> Engines => Fixtures.Engines.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_wrong_tenant_a_wrong_name_and_a_wrong_password_get_the_same_answer(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("wanda", [BuiltInRoles.Salesperson], []);

        var answers = new[]
        {
            await Token(tenant, "no-such-tenant", "wanda", TestTenant.Password),
            await Token(tenant, tenant.Slug, "nobody", TestTenant.Password),
            await Token(tenant, tenant.Slug, "wanda", "wrong-password"),
        };

        Assert.All(answers, answer => answer.Refused(HttpStatusCode.Unauthorized, "auth/sign-in-refused"));
        Assert.Single(answers.Select(answer => (string?)answer["detail"]).Distinct());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Five_wrong_passwords_lock_the_member_out_and_a_reset_lets_them_in(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = await tenant.NewMember("lock", [BuiltInRoles.Salesperson], []);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Token(tenant, tenant.Slug, "lock", "wrong-password")));

        (await Token(tenant, tenant.Slug, "lock", TestTenant.Password)).Refused(HttpStatusCode.Unauthorized, "auth/sign-in-refused");

        (await tenant.Admin.Post($"/api/v1/members/{id}/reset-password", new { newPassword = "Another-2026!" }, "*")).Ok();
        (await Token(tenant, tenant.Slug, "lock", "Another-2026!")).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_refresh_token_is_good_once_and_its_second_use_ends_the_session(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("rita", [BuiltInRoles.Salesperson], []);
        var first = (await Token(tenant, tenant.Slug, "rita", TestTenant.Password)).Ok();
        var second = (await Refresh(tenant, first)).Ok();
        (await Me(tenant, second)).Ok();

        (await Refresh(tenant, first)).Refused(HttpStatusCode.Unauthorized, "auth/refresh-refused");

        (await Refresh(tenant, second)).Refused(HttpStatusCode.Unauthorized, "auth/refresh-refused");
        (await Me(tenant, second)).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Of_many_parallel_uses_of_one_refresh_token_at_most_one_succeeds(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("paula", [BuiltInRoles.Salesperson], []);
        var first = (await Token(tenant, tenant.Slug, "paula", TestTenant.Password)).Ok();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refresh(tenant, first)));

        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.OK) <= 1);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Unauthorized, answer.Text));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Signing_out_stops_the_access_token_too(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("olga", [BuiltInRoles.Salesperson], []);
        var session = (await Token(tenant, tenant.Slug, "olga", TestTenant.Password)).Ok();
        (await Me(tenant, session)).Ok();

        (await Send(tenant, "/api/v1/auth/sign-out", new { refreshToken = (string)session["refreshToken"]! })).Ok();

        (await Me(tenant, session)).Refused(HttpStatusCode.Unauthorized, "auth/credentials-ended");
        (await Refresh(tenant, session)).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_disabled_members_token_stops_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Get("/api/v1/me")).Ok();

        (await tenant.Admin.Post($"/api/v1/members/{seller.MemberId}/disable", null, "*")).Ok();

        (await seller.Get("/api/v1/me")).Refused(HttpStatusCode.Unauthorized, "auth/credentials-ended");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task One_name_may_be_used_in_two_tenants_and_each_signs_in_to_their_own(Engine engine)
    {
        var (ours, theirs) = (await hosts.NewTenant(engine), await hosts.NewTenant(engine));
        var here = await ours.NewMember("lina", [BuiltInRoles.Salesperson], []);
        var there = await theirs.NewMember("lina", [BuiltInRoles.Salesperson], []);
        (await theirs.Admin.Post($"/api/v1/members/{there}/reset-password", new { newPassword = "Another-2026!" }, "*")).Ok();

        Assert.Equal(here, (Guid)(await Me(ours, (await Token(ours, ours.Slug, "LiNa", TestTenant.Password)).Ok())).Ok()["member"]!["id"]!);
        Assert.Equal(there, (Guid)(await Me(theirs, (await Token(theirs, theirs.Slug, "lina", "Another-2026!")).Ok())).Ok()["member"]!["id"]!);
        (await Token(theirs, theirs.Slug, "lina", TestTenant.Password)).Refused(HttpStatusCode.Unauthorized, "auth/sign-in-refused");
        var root = (Guid)(await ours.Admin.Get("/api/v1/departments")).Ok()["items"]![0]!["id"]!;
        (await ours.Admin.Post("/api/v1/members", new { userName = "LINA", displayName = "Another", departmentId = root, roles = new[] { "salesperson" } }))
            .Refused(HttpStatusCode.Conflict, "members/name-taken");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_lock_of_one_member_locks_nobody_else_and_neither_does_it_end_sessions(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("locked", [BuiltInRoles.Salesperson], []);
        await tenant.NewMember("beside", [BuiltInRoles.Salesperson], []);
        var open = (await Token(tenant, tenant.Slug, "locked", TestTenant.Password)).Ok();
        for (var n = 0; n < 5; n++) (await Token(tenant, tenant.Slug, "locked", "wrong-password")).Refused(HttpStatusCode.Unauthorized);

        (await Token(tenant, tenant.Slug, "locked", TestTenant.Password)).Refused(HttpStatusCode.Unauthorized);
        (await Token(tenant, tenant.Slug, "beside", TestTenant.Password)).Ok();
        (await Me(tenant, open)).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_disabled_member_neither_signs_in_nor_refreshes_and_old_tokens_stay_dead_when_they_are_back(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = await tenant.NewMember("gone", [BuiltInRoles.Salesperson], []);
        var tokens = (await Token(tenant, tenant.Slug, "gone", TestTenant.Password)).Ok();
        (await tenant.Admin.Post($"/api/v1/members/{id}/disable", null, "*")).Ok();

        (await Token(tenant, tenant.Slug, "gone", TestTenant.Password)).Refused(HttpStatusCode.Unauthorized, "auth/sign-in-refused");
        (await Refresh(tenant, tokens)).Refused(HttpStatusCode.Unauthorized, "auth/refresh-refused");

        (await tenant.Admin.Post($"/api/v1/members/{id}/enable", null, "*")).Ok();
        (await Me(tenant, tokens)).Refused(HttpStatusCode.Unauthorized);
        (await Refresh(tenant, tokens)).Refused(HttpStatusCode.Unauthorized);
        (await Me(tenant, (await Token(tenant, tenant.Slug, "gone", TestTenant.Password)).Ok())).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_reset_password_ends_every_session_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        var id = await tenant.NewMember("reset", [BuiltInRoles.Salesperson], []);
        var tokens = (await Token(tenant, tenant.Slug, "reset", TestTenant.Password)).Ok();

        (await tenant.Admin.Post($"/api/v1/members/{id}/reset-password", new { newPassword = "Another-2026!" }, "*")).Ok();

        (await Me(tenant, tokens)).Refused(HttpStatusCode.Unauthorized, "auth/credentials-ended");
        (await Refresh(tenant, tokens)).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_role_given_counts_for_the_open_session_at_once(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        using var seller = await tenant.As(BuiltInRoles.Salesperson);
        (await seller.Post("/api/v1/products", Product("A-1"))).Refused(HttpStatusCode.Forbidden, "auth/not-permitted");

        (await tenant.Admin.Patch($"/api/v1/members/{seller.MemberId}", new { roles = new[] { "salesperson", "sales-operations" } }, "*")).Ok();

        (await seller.Post("/api/v1/products", Product("A-1"))).Ok();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Changing_the_own_password_ends_the_other_sessions_and_keeps_this_one(Engine engine)
    {
        var tenant = await hosts.NewTenant(engine);
        await tenant.NewMember("carla", [BuiltInRoles.Salesperson], []);
        var here = (await Token(tenant, tenant.Slug, "carla", TestTenant.Password)).Ok();
        var elsewhere = (await Token(tenant, tenant.Slug, "carla", TestTenant.Password)).Ok();

        (await Send(tenant, "/api/v1/me/password", new { currentPassword = "not-this-one", newPassword = "Heron-2026-x" }, here)).Refused(HttpStatusCode.BadRequest, "me/wrong-password");
        (await Send(tenant, "/api/v1/me/password", new { currentPassword = TestTenant.Password, newPassword = "Heron-2026-x" }, here)).Ok();

        (await Me(tenant, elsewhere)).Refused(HttpStatusCode.Unauthorized);
        (await Refresh(tenant, elsewhere)).Refused(HttpStatusCode.Unauthorized);
        (await Me(tenant, (await Refresh(tenant, here)).Ok())).Ok();
    }

    [Fact]
    public async Task Tokens_that_were_not_issued_here_are_refused_without_a_fault()
    {
        var tenant = await hosts.NewTenant(Engine.Sqlite);
        var good = tenant.Admin.AccessToken;
        foreach (var bad in new[] { "x", "a.b.c", good[..^2] + "xx", good + "x", $"eyJhbGciOiJub25lIn0.{good.Split('.')[1]}." })
        {
            using var http = tenant.Host.Anonymous();
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + bad);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/v1/me", TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    static object Product(string code) => new { code, name = code, listPrice = new { amount = 1, currency = "CNY" } };

    static Task<Answer> Token(TestTenant tenant, string slug, string userName, string password) =>
        Send(tenant, "/api/v1/auth/token", new { tenant = slug, userName, password });

    static Task<Answer> Refresh(TestTenant tenant, Answer tokens) =>
        Send(tenant, "/api/v1/auth/refresh", new { refreshToken = (string)tokens["refreshToken"]! });

    static async Task<Answer> Me(TestTenant tenant, Answer tokens)
    {
        using var http = tenant.Host.Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["accessToken"]!);
        using var response = await http.GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    static async Task<Answer> Send(TestTenant tenant, string path, object body, Answer? tokens = null)
    {
        using var http = tenant.Host.Anonymous();
        if (tokens is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["accessToken"]!);
        using var response = await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }
}
