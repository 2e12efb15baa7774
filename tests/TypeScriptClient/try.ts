// A day's work through the TypeScript client against a running, empty host: node try.js URL SET-UP-CODE. Any difference ends it with 1.
import { AmountBasis, CrmException, OpportunityStatus, connect, etag, isProblem, type Opportunity, type Problem } from "../../src/Clients/TypeScript/index.js";

declare const process: { argv: string[]; exitCode?: number };

const [, , url, code] = process.argv;
if (!url || !code) throw new Error("Say the address of the host and its set-up code.");

function equal<T>(expected: T, actual: T, what: string): void {
    if (JSON.stringify(expected) !== JSON.stringify(actual))
        throw new Error(`${what}: expected ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`);
}

async function refused(call: Promise<unknown>, what: string): Promise<Problem> {
    try {
        await call;
    } catch (caught) {
        if (isProblem(caught)) return caught;
        throw caught;
    }
    throw new Error(`${what} was not refused`);
}

async function day(): Promise<void> {
    const anyone = connect(url!);
    await anyone.completeSetup({
        code: code!, tenant: "node", displayName: "Node Ltd", baseCurrency: "CNY", amountBasis: AmountBasis.Gross, timeZone: "Asia/Shanghai", language: "en",
        administrator: { userName: "first", displayName: "The First", password: "Kestrel-2026!" },
    });
    const wrong = await refused(anyone.signIn({ tenant: "node", userName: "first", password: "not this" }), "A wrong password");
    equal(401, wrong.status, "status of a wrong password");

    const tokens = await anyone.signIn({ tenant: "node", userName: "first", password: "Kestrel-2026!" });
    const crm = connect(url!, { token: tokens.accessToken });
    equal("first", (await crm.getMe()).member.userName, "who is signed in");

    const customer = await crm.createCustomer({ name: "华为技术有限公司" });
    let deal: Opportunity = await crm.createOpportunity({
        name: "Switches", customerId: customer.id, amount: { amount: 1234.56, currency: "CNY" }, closeDate: "2027-03-31",
    }, "node-1");
    equal([OpportunityStatus.Open, "Qualify", 1234.56], [deal.status, deal.stage, deal.amount.amount], "the new opportunity");
    // The same key again is the same opportunity and no second one.
    const again = await crm.createOpportunity({
        name: "Switches", customerId: customer.id, amount: { amount: 1234.56, currency: "CNY" }, closeDate: "2027-03-31",
    }, "node-1");
    equal(deal.id, again.id, "the repeated call");

    const stale = deal.version;
    deal = await crm.advanceOpportunity(deal.id, etag(deal.version), { toStage: "Discover" });
    equal("Discover", deal.stage, "the stage after the advance");

    const funnel = await crm.getFunnel();
    equal([1, 1234.56], [funnel.total.count, funnel.total.amount], "the funnel's total");
    equal(1, funnel.stages.find(stage => stage.key === "Discover")?.count, "the funnel's stage");

    const late = await refused(crm.advanceOpportunity(deal.id, etag(stale), { toStage: "Propose" }), "A stale version");
    equal([412, "request/stale-version"], [late.status, late.code], "the refusal of a stale version");
    const nowhere = await refused(crm.advanceOpportunity(deal.id, etag(deal.version), { toStage: "Daydream" }), "An unknown stage");
    equal([400, "opportunities/unknown-stage", ["toStage"]], [nowhere.status, nowhere.code, Object.keys(nowhere.errors)], "the refusal of an unknown stage");
    const absent = await refused(crm.getOpportunity("01930000-0000-7000-8000-000000000000"), "An id that nobody has");
    equal(404, absent.status, "the refusal of an unknown id");

    const history = await crm.getOpportunityHistory(deal.id);
    equal(["Advanced", "Opened"], history.items.map(entry => entry.kind as string), "the history");
    equal(false, CrmException.isCrmException({}), "anything is no exception of the client");
}

day().then(
    () => console.log("The TypeScript client did a day's work."),
    (failed: unknown) => {
        console.error(isProblem(failed) ? JSON.stringify(failed) : failed);
        process.exitCode = 1;
    });
