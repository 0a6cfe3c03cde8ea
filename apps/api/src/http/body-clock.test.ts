import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BodyClock, bodyClock } from "./body-clock.ts";

/** Short, so that no test waits; what is right is not a time but who is cut and who is not. */
const seconds = 0.3;

let app: FastifyInstance;
let clock: BodyClock;
const sockets: Socket[] = [];

beforeEach(async () => {
  app = Fastify({ bodyLimit: 1_048_576, requestTimeout: 600_000 });
  clock = bodyClock(app, seconds);
  app.get("/alive", async () => "yes");
  app.post("/read", async (request) => request.body);
  // Like the guard of every route: it replies before a body is read.
  app.post("/refused", { onRequest: async (_request, reply) => reply.code(401).send("no") }, async () => "never");
  app.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
  app.put("/slow", async (request) => {
    clock.allow(request.raw, 30);
    let bytes = 0;
    for await (const part of request.raw) bytes += (part as Buffer).length;
    return { bytes };
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  clock.open();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

async function open(): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

const head = (line: string, more: string) =>
  `${line} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

/** Sends a byte of the body now and then, until the connection ends. Returns everything that came back. */
async function drip(line: string, length = "Content-Length: 1000"): Promise<string> {
  const socket = await open();
  let said = "";
  socket.on("data", (part) => {
    said += part;
  });
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.write(head(line, length));
  const isChunked = length.startsWith("Transfer");
  const timer = setInterval(() => socket.write(isChunked ? "1\r\n \r\n" : " "), 20);
  await ended;
  clearInterval(timer);
  return said;
}

test("R-10: fifty bodies that do not end are cut, and others are served meanwhile", async () => {
  const slow = Promise.all(Array.from({ length: 50 }, () => drip("POST /read")));
  for (let count = 0; count < 5; count += 1) {
    const reply = await app.inject({ url: "/alive" });
    expect(reply.body).toBe("yes");
    await wait(20);
  }
  const port = (app.server.address() as AddressInfo).port;
  expect(await (await fetch(`http://127.0.0.1:${port}/alive`)).text()).toBe("yes");
  for (const said of await slow) expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test.each([
  ["whose pieces say their own length", "POST /read", "Transfer-Encoding: chunked", /^HTTP\/1\.1 408 /],
  ["of a GET, whose reply has been sent", "GET /alive", "Content-Length: 1000", /^HTTP\/1\.1 200 /],
  ["of who was refused before", "POST /refused", "Content-Length: 1000", /^HTTP\/1\.1 401 /],
  ["of an address that is nowhere", "POST /nowhere", "Content-Length: 1000", /^HTTP\/1\.1 (?:404|408) /],
])("a body %s is cut too", async (_what, line, length, reply) => {
  expect(await drip(line, length)).toMatch(reply);
});

test("who was allowed more has it; the next request on the same connection is measured anew", async () => {
  const socket = await open();
  let said = "";
  socket.on("data", (part) => {
    said += part;
  });
  const body = (count: number) => `Content-Length: ${count}\r\nContent-Type: application/octet-stream`;
  socket.write(`PUT /slow HTTP/1.1\r\nHost: a\r\n${body(3)}\r\n\r\n`);
  for (const part of ["a", "b", "c"]) {
    await wait(seconds * 1_000 * 0.7);
    socket.write(part);
  }
  await expect.poll(() => said).toContain('{"bytes":3}');
  socket.write(head("POST /read", "Content-Length: 1000"));
  await once(socket, "close");
  expect(said).toMatch(/408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n$/);
});

test("what arrives in time is answered, and a connection that stays open afterwards is left alone", async () => {
  const socket = await open();
  let said = "";
  socket.on("data", (part) => {
    said += part;
  });
  for (let count = 1; count <= 12; count += 1) {
    socket.write(`${head("POST /read", "Content-Length: 2")}{}`);
    await expect.poll(() => said.split("200 OK").length - 1).toBe(count);
  }
  await wait(seconds * 1_000 * 1.5);
  expect(socket.destroyed).toBe(false);
  // A listener for each request of a connection would be told by Node as a leak.
  const [server] = await new Promise<readonly Socket[]>((resolve) => {
    app.server.once("request", (request) => resolve([request.socket]));
    socket.write("GET /alive HTTP/1.1\r\nHost: a\r\n\r\n");
  });
  expect(server?.listenerCount("close")).toBeLessThan(8);
});
