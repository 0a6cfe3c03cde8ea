import { faultsAgainstOpenApi, type Seen } from "@avances/api/testing/against-openapi";
import type { APIResponse, Page, Response } from "playwright";

/**
 * From now on every API reply to this page is compared with the API description. The returned function waits for those
 * still being read, and returns all faults. Call it when the page is closed: a reply that never ends is over then.
 */
export function watchReplies(page: Page): () => Promise<readonly string[]> {
  const reading: Promise<readonly string[]>[] = [];
  page.on("response", (response) => {
    if (isOfInterface(response.url())) reading.push(faultsOf(response));
  });
  return async () => (await Promise.all(reading.splice(0))).flat();
}

/** The same for one reply to a program. */
export async function faultsOfReply(
  reply: APIResponse,
  asked: Pick<Seen, "method" | "sent" | "payload">,
): Promise<readonly string[]> {
  const { pathname, search } = new URL(reply.url());
  const headers = valuesOf(reply.headersArray());
  return faultsAgainstOpenApi({
    ...asked,
    url: pathname + search,
    status: reply.status(),
    headers,
    body: await reply.body(),
  });
}

function isOfInterface(url: string): boolean {
  return /^\/(api\/|openapi\.json|livez|readyz)/.test(new URL(url).pathname);
}

async function faultsOf(response: Response): Promise<readonly string[]> {
  const request = response.request();
  const { pathname, search } = new URL(response.url());
  try {
    const sent = await request.allHeaders();
    const headers = valuesOf(await response.headersArray());
    const call = { method: request.method(), url: pathname + search, sent, payload: request.postData() ?? "" };
    // For a cached reply the browser reports status and body, and only the headers that confirmed it.
    if (sent["if-none-match"] !== undefined && headers["content-type"] === undefined)
      return faultsAgainstOpenApi({ ...call, status: 304, headers, body: null });
    // The browser drops a body when the page navigates away.
    const body = await response.body().catch(() => null);
    return faultsAgainstOpenApi({ ...call, status: response.status(), headers, body });
  } catch (error) {
    // What a closed page has not reported yet is lost.
    if (/closed|disposed/i.test(String(error))) return [];
    throw error;
  }
}

/** Names in small letters; a header that came several times is a list. */
function valuesOf(headers: readonly { readonly name: string; readonly value: string }[]): Seen["headers"] {
  const values = Map.groupBy(headers, ({ name }) => name.toLowerCase());
  return Object.fromEntries(
    [...values].map(([name, all]) => {
      const texts = all.map(({ value }) => value);
      return [name, name === "set-cookie" ? texts : texts.join(", ")];
    }),
  );
}
