import { once } from "node:events";
import { type IncomingMessage, type RequestOptions, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import {
  apiPrefix,
  getCatalogue,
  getIndex,
  getMatrix,
  getPublicCountry,
  listPublicIndicators,
} from "@avances/contracts";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { type Premade, premakePlain } from "./premade.ts";
import { premadeDoor } from "./premade-door.ts";
import { createRateLimit } from "./rate-limit.ts";
import { sendPremade } from "./send-premade.ts";

interface Reply {
  readonly status: number | undefined;
  /** In the order in which they were sent, without the time. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

async function ask(app: FastifyInstance, options: RequestOptions): Promise<Reply> {
  const { port } = app.server.address() as AddressInfo;
  const [reply] = (await once(send({ ...options, port, host: "127.0.0.1" }).end(), "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk);
  const pairs = reply.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
  const headers = pairs.filter((pair) => !/^date:/i.test(pair));
  return { status: reply.statusCode, headers, body: Buffer.concat(chunks) };
}

describe("the door and the ordinary way", () => {
  let api: TestApi;
  let ordinary = 0;
  beforeAll(async () => {
    api = await startTestApi({
      extend: (app) => {
        app.addHook("onRequest", (_request, _reply, done) => {
          ordinary += 1;
          done();
        });
      },
    });
    await api.app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(() => api.close());

  let strangers = 0;
  /** The door lets pass whoever it does not know, so this is answered the ordinary way. */
  const ofStranger = (headers: Readonly<Record<string, string>>) => {
    strangers += 1;
    return { ...headers, "x-forwarded-for": `stranger-${strangers}` };
  };

  test.each([
    getMatrix.path,
    getIndex.path,
    listPublicIndicators.path,
    "/public/indicators/TIP-PRO-01",
    "/public/indicators/TIP%2DPRO-01",
    getPublicCountry.path.replace(":iso3", "CRI"),
    getCatalogue.path,
    `${getCatalogue.path}?version=2026.3`,
  ])("%s: same status, headers, body and log line for every method, encoding and condition", async (path) => {
    const url = `${apiPrefix}${path}`;
    const forms = [
      undefined,
      "br",
      "gzip",
      "identity",
      "gzip;q=1, br;q=0.5",
      "gzip, deflate, br, zstd",
      "br;q=0",
      "*",
      "",
    ];
    let answered = 0;
    for (const form of forms) {
      const accepted: Record<string, string> = form === undefined ? {} : { "accept-encoding": form };
      await ask(api.app, { path: url, headers: accepted });
      const { headers: known } = await ask(api.app, { path: url, headers: accepted });
      const tag = known.find((pair) => pair.startsWith("etag: "))?.slice(6) ?? "";
      for (const method of ["GET", "HEAD"])
        for (const condition of [undefined, tag, `W/${tag}`, `"x", ${tag}`, "*", '"x"']) {
          const headers = { ...accepted, ...(condition !== undefined && { "if-none-match": condition }) };
          const usual = await ask(api.app, { method, path: url, headers: ofStranger(headers) });
          const lineOfUsual = await lastLine(api);
          const before = ordinary;
          expect(await ask(api.app, { method, path: url, headers })).toEqual(usual);
          expect(ordinary, "the door answers").toBe(before);
          expect(await lastLine(api)).toEqual(lineOfUsual);
          expect(usual.status).toBe(condition === undefined || condition === '"x"' ? 200 : 304);
          answered += 1;
        }
    }
    expect(answered).toBe(forms.length * 12);
  });

  test.each<[string, RequestOptions, number]>([
    ["a form that nobody has", { headers: { "accept-encoding": "identity;q=0" } }, 406],
    ["a compressed body", { headers: { "content-encoding": "gzip" } }, 415],
    ["another method", { method: "DELETE" }, 405],
    ["a preflight request", { method: "OPTIONS" }, 204],
    ["an unknown filter", { path: `${apiPrefix}${getMatrix.path}?x=1` }, 400],
    ["an unknown indicator", { path: `${apiPrefix}/public/indicators/TIP-PRO-99` }, 404],
  ])("%s is left to the ordinary way, also when the address is known", async (_what, options, status) => {
    const path = `${apiPrefix}${getMatrix.path}`;
    for (let count = 0; count < 3; count += 1) {
      await ask(api.app, { path });
      expect((await ask(api.app, { path, ...options })).status).toBe(status);
    }
  });

  /** The line of the last request, without what is another one each time. */
  async function lastLine({ logLines }: TestApi): Promise<unknown> {
    await new Promise(setImmediate);
    const { requestId, ms, ...line } = JSON.parse(logLines.at(-1) ?? "{}");
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number.isInteger(ms)).toBe(true);
    return line;
  }
});

describe("the door alone", () => {
  const made = (text: string) => premakePlain(text, "text/html; charset=utf-8");

  async function withPage(now: () => Premade | Promise<Premade>, perMinute = 0) {
    const app = Fastify({ return503OnClosing: false });
    const log: string[] = [];
    const write = (_fields: unknown, message: string) => void log.push(message);
    const door = premadeDoor(
      app,
      { log: { info: write, error: write }, newId: () => "id" },
      createRateLimit(perMinute),
    );
    let ordinary = 0;
    const page = (path: string, isCounted: boolean) =>
      app.get(path, async (request, reply) => {
        ordinary += 1;
        reply.header("content-language", "es");
        return sendPremade(request, reply, await now(), "no-cache", { door, now, isCounted });
      });
    page("/page", false);
    page("/counted", true);
    let onStop: () => Promise<void> = async () => undefined;
    app.addHook("preClose", () => onStop());
    await app.ready();
    door.open();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const get = async (path = "/page") => {
      const { status, body, headers } = await ask(app, { path });
      return { status, text: body.toString(), headers, ordinary };
    };
    const whileStopping = <T>(act: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        onStop = () => act().then(resolve, reject);
      });
    return { app, get, whileStopping };
  }

  test("sends what the address has now, from the very next request", async () => {
    let current: Premade | Promise<Premade> = made("one");
    const { app, get } = await withPage(() => current);
    await get();
    expect(await get()).toMatchObject({ text: "one", ordinary: 1 });
    current = made("two");
    expect(await get()).toMatchObject({ text: "two", ordinary: 1 });
    current = Promise.resolve(made("three"));
    expect(await get()).toMatchObject({ text: "three", ordinary: 2 });
    await app.close();
  });

  test("leaves a fault to the ordinary way, and goes on afterwards", async () => {
    let isBroken = false;
    const { app, get } = await withPage(() => {
      if (isBroken) throw new Error("broken");
      return made("one");
    });
    await get();
    isBroken = true;
    expect(await get()).toMatchObject({ status: 500, ordinary: 2 });
    isBroken = false;
    expect(await get()).toMatchObject({ text: "one", ordinary: 2 });
    await app.close();
  });

  test("counts readers of counted addresses, and lets the ordinary way refuse", async () => {
    const { app, get } = await withPage(() => made("one"), 2);
    await get("/counted");
    for (const ordinary of [1, 1, 2, 3]) expect(await get("/counted")).toMatchObject({ ordinary });
    await get("/page");
    expect(await get("/page")).toMatchObject({ ordinary: 4 });
    await app.close();
  });

  test("is shut while the server stops: the ordinary way tells readers to close their connections", async () => {
    const { app, get, whileStopping } = await withPage(() => made("one"));
    await get();
    expect((await get()).headers).toContain("Connection: keep-alive");
    const asked = whileStopping(() => get());
    await app.close();
    expect(await asked).toMatchObject({ status: 200, text: "one", ordinary: 2 });
    expect((await asked).headers.map((pair) => pair.toLowerCase())).toContain("connection: close");
  });
});
