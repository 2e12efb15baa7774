import { CrmClient, type Problem } from "./client.js";

export * from "./client.js";

/** The If-Match value of a version that was read. */
export const etag = (version: number): string => `"${version}"`;

/** Whether something caught is what the API said of a refusal. */
export function isProblem(caught: unknown): caught is Problem {
    return typeof caught === "object" && caught !== null && "code" in caught && "traceId" in caught && "status" in caught;
}

/**
 * A client that sends a credential with every call.
 * @param baseUrl Where the host listens, e.g. http://localhost:5080.
 * @param credential An access token of signIn, or an API key; left out for the calls that need none.
 */
export function connect(baseUrl: string, credential?: { token: string } | { apiKey: string }): CrmClient {
    return new CrmClient(baseUrl, {
        fetch(url: RequestInfo, init?: RequestInit): Promise<Response> {
            const headers = new Headers(init?.headers);
            if (credential && "token" in credential) headers.set("Authorization", `Bearer ${credential.token}`);
            if (credential && "apiKey" in credential) headers.set("X-Api-Key", credential.apiKey);
            return fetch(url, { ...init, headers });
        },
    });
}
