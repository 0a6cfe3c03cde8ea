import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendWhole, type WholeMessage, wholeMessage } from "./whole-message.ts";

/** Longer than a socket takes at once from a reader who does not read. */
const long = "0123456789".repeat(1_400);
const headers = ["etag", '"a"', "content-type", "text/plain", "content-length", String(long.length)];

describe("a whole message", () => {
  let server: Server;
  let message: WholeMessage | null;
  let again: number;
  let finished: number;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    message = null;
    again = 0;
    finished = 0;
    server = createServer((request, response) => {
      response.on("finish", () => {
        finished += 1;
      });
      if (request.url === "/written") response.writeHead(200, [...headers]).end(long, "latin1");
      else if (message !== null && sendWhole(response, message)) again += 1;
      else {
        response.writeHead(200, [...headers]).end(long, "latin1");
        message = wholeMessage(response, long) ?? message;
      }
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  async function open(): Promise<Socket> {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    sockets.push(socket);
    await once(socket, "connect");
    return socket;
  }

  /** The next replies on this connection, each whole; the time that a head names is left out. */
  async function read(socket: Socket, count: number): Promise<readonly string[]> {
    const found: string[] = [];
    let text = "";
    while (found.length < count) {
      const chunk = socket.read() as Buffer | null;
      if (chunk === null) {
        await once(socket, "readable");
        continue;
      }
      text += chunk.toString("latin1");
      for (let end = endOf(text); end !== null; end = endOf(text)) {
        found.push(text.slice(0, end).replace(/Date: [^\r]*/, "Date: now"));
        text = text.slice(end);
      }
    }
    expect(text).toBe("");
    return found;
  }

  const endOf = (text: string) => {
    const head = text.indexOf("\r\n\r\n");
    return head < 0 || text.length < head + 4 + long.length ? null : head + 4 + long.length;
  };

  const get = (path: string, version = "1.1", more = "") => `GET ${path} HTTP/${version}\r\nHost: a\r\n${more}\r\n`;

  test("is what Node writes, byte for byte, and is written anew when its second is over", async () => {
    const socket = await open();
    const ask = async (path: string) => {
      socket.write(get(path));
      return (await read(socket, 1))[0];
    };
    const written = await ask("/written");
    expect(written).toMatch(/^HTTP\/1\.1 200 OK\r\netag: "a"\r\n.*Date: now\r\nConnection: keep-alive\r\n/s);
    expect(await ask("/")).toBe(written);
    for (let count = 0; again === 0; count += 1) {
      expect(count).toBeLessThan(100);
      expect(await ask("/")).toBe(written);
    }
    message = message && { ...message, second: message.second - 1 };
    const before = again;
    expect(await ask("/")).toBe(written);
    expect(again).toBe(before);
    for (let count = 0; again === before; count += 1) {
      expect(count).toBeLessThan(100);
      expect(await ask("/")).toBe(written);
    }
    await expect.poll(() => socket.readableLength).toBe(0);
  });

  test("names a time that is not older than its second", async () => {
    const socket = await open();
    socket.write(get("/") + get("/"));
    await read(socket, 2);
    const { bytes, second } = message ?? { bytes: Buffer.alloc(0), second: 0 };
    const said = /Date: ([^\r]*)/.exec(bytes.toString("latin1"))?.[1] ?? "";
    // Node looks at the clock once a second, so its own heads may be late by that much.
    expect(Math.abs(Date.parse(said) / 1000 - second)).toBeLessThanOrEqual(1);
  });

  test("keeps the order of requests that come at once, whoever answers them", async () => {
    const socket = await open();
    socket.write(get("/") + get("/") + get("/written") + get("/") + get("/"));
    const replies = await read(socket, 5);
    expect(new Set(replies).size).toBe(1);
    await expect.poll(() => finished).toBe(5);
  });

  test.each([
    ["asks to close", "1.1", "Connection: close\r\n", "Connection: close"],
    ["of HTTP/1.0", "1.0", "", "Connection: close"],
  ])("is neither sent nor made where the connection ends: a reader who %s", async (_who, version, more, said) => {
    const first = await open();
    first.write(get("/") + get("/"));
    await read(first, 2);
    const [known, sent] = [message, again];
    const socket = await open();
    socket.write(get("/", version, more));
    const [reply] = await read(socket, 1);
    expect(reply).toContain(said);
    expect([message, again]).toEqual([known, sent]);
    socket.resume();
    await once(socket, "close");
  });

  test("is whole and in order for a reader who asks much and reads late", async () => {
    const [first, socket] = [await open(), await open()];
    first.write(get("/"));
    await read(first, 1);
    const many = 600;
    socket.write(get("/").repeat(many));
    await expect.poll(() => finished).toBeGreaterThan(10);
    const replies = await read(socket, many);
    expect(replies).toHaveLength(many);
    expect(new Set(replies).size).toBe(1);
    await expect.poll(() => finished).toBe(many + 1);
  });

  test("a reader who goes away in the middle does no harm", async () => {
    const socket = await open();
    socket.write(get("/").repeat(300));
    await expect.poll(() => finished).toBeGreaterThan(3);
    socket.destroy();
    const other = await open();
    other.write(get("/") + get("/"));
    expect((await read(other, 2)).length).toBe(2);
  });
});
