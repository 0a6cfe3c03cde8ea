import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { faultsAgainstOpenApi, type Seen } from "./against-openapi.ts";

/** From now on a reply that differs from the API description makes the request fail. */
export function holdAgainstOpenApi(app: FastifyInstance): void {
  const inject = app.inject.bind(app);
  const checked = async (asked: InjectOptions | string): Promise<LightMyRequestResponse> => {
    const reply = await inject(asked);
    demandAsDescribed(seenByInject(typeof asked === "string" ? { url: asked } : asked, reply));
    return reply;
  };
  app.inject = checked as typeof app.inject;
}

/** The same over the network: a `fetch` that rejects a reply that differs from the API description. */
export const fetchAsDescribed: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const payload = await request.clone().text();
  const reply = await fetch(request);
  const { pathname, search } = new URL(request.url);
  demandAsDescribed({
    method: request.method,
    url: pathname + search,
    sent: Object.fromEntries(request.headers),
    payload,
    status: reply.status,
    headers: { ...Object.fromEntries(reply.headers), ...manyCookies(reply.headers.getSetCookie()) },
    body: Buffer.from(await reply.clone().arrayBuffer()),
  });
  return reply;
};

function manyCookies(cookies: readonly string[]): { readonly "set-cookie"?: readonly string[] } {
  return cookies.length > 0 ? { "set-cookie": cookies } : {};
}

function demandAsDescribed(seen: Seen): void {
  const faults = faultsAgainstOpenApi(seen);
  if (faults.length > 0)
    throw new Error(`Not as /openapi.json says:\n${faults.join("\n")}\n${seen.body?.toString().slice(0, 500)}`);
}

function seenByInject(
  asked: Exclude<InjectOptions, string>,
  { statusCode, headers, rawPayload }: LightMyRequestResponse,
): Seen {
  const payload = asked.payload ?? asked.body;
  return {
    method: asked.method ?? "GET",
    url: asReceived(String(asked.url ?? asked.path)),
    sent: inSmallLetters(asked.headers ?? {}),
    payload: typeof payload === "string" ? payload : "",
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === "number" ? String(value) : value]],
      ),
    ),
    body: unpacked(rawPayload, headers["content-encoding"]),
  };
}

/** Two dots in an address lead to another one, which is the one that the server sees. */
function asReceived(url: string): string {
  const [address = "", ...query] = url.split("?");
  const base = "http://localhost";
  const { pathname } = URL.canParse(address, base) ? new URL(address, base) : { pathname: address };
  return [pathname, ...query].join("?");
}

function inSmallLetters(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(", ")]],
    ),
  );
}

function unpacked(body: Buffer, encoding: unknown): Buffer {
  if (body.length === 0) return body;
  if (encoding === "br") return brotliDecompressSync(body);
  return encoding === "gzip" ? gunzipSync(body) : body;
}
