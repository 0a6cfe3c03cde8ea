import { faultsAgainstOpenApi, type Seen } from "@avances/api/testing/against-openapi";
import type { APIResponse, Page, Response } from "playwright";

/**
 * From now on every answer of the interface that this page gets is held against its description. What is returned waits for those that are
 * still being read, and tells what is wrong with them all. Ask when the page is closed: an answer that never ends is over then.
 */
export function watchReplies(page: Page): () => Promise<readonly string[]> {
  const reading: Promise<readonly string[]>[] = [];
  page.on("response", (response) => {
    if (isOfInterface(response.url())) reading.push(faultsOf(response));
  });
  return async () => (await Promise.all(reading.splice(0))).flat();
}

/** The same of one answer to a program. */
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
    // Of what it still had the browser tells status and body, and the headers by which it heard that they are right.
    if (sent["if-none-match"] !== undefined && headers["content-type"] === undefined)
      return faultsAgainstOpenApi({ ...call, status: 304, headers, body: null });
    // It lets go of a body when the page goes on to another one.
    const body = await response.body().catch(() => null);
    return faultsAgainstOpenApi({ ...call, status: response.status(), headers, body });
  } catch (error) {
    // A page that is closed takes what it has not told yet with it.
    if (/closed|disposed/i.test(String(error))) return [];
    throw error;
  }
}

/** Names in small letters; what came several times is a list. */
function valuesOf(headers: readonly { readonly name: string; readonly value: string }[]): Seen["headers"] {
  const values = Map.groupBy(headers, ({ name }) => name.toLowerCase());
  return Object.fromEntries(
    [...values].map(([name, all]) => {
      const texts = all.map(({ value }) => value);
      return [name, name === "set-cookie" ? texts : texts.join(", ")];
    }),
  );
}
