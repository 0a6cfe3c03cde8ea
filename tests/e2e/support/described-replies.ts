import type { APIResponse, BrowserContext, Response } from "playwright";
import { faultsAgainstOpenApi, type Seen } from "../../../apps/api/src/testing/against-openapi.ts";

/** What the pages of one computer were answered. */
export interface Replies {
  /** In which of the answers since the last call something is not as the description of the interface says; waits for those on their way. */
  faults(): Promise<readonly string[]>;
}

/** From now on every answer of the interface that pages of this computer get is held against its description. */
export function watchReplies(context: BrowserContext): Replies {
  const reading: Promise<readonly string[]>[] = [];
  context.on("response", (response) => {
    if (isOfInterface(response.url())) reading.push(faultsOf(response));
  });
  return { faults: async () => (await Promise.all(reading.splice(0))).flat() };
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
    return faultsAgainstOpenApi({
      method: request.method(),
      url: pathname + search,
      sent,
      payload: request.postData() ?? "",
      status: response.status(),
      headers,
      // The browser lets go of it when the page goes on to another one.
      body: await response.body().catch(() => null),
    });
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
