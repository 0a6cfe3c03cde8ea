import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { clamdScanner, noScanner } from "./scan.ts";

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

/** A daemon that reads as clamd does, and calls back with what it was sent. */
async function daemon(answer: (content: Buffer, socket: Socket) => void, early = false) {
  server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      received = Buffer.concat([received, part]);
      if (early && received.length > 100_000) return answer(received, socket);
      const content = wholeStream(received);
      if (content !== null) answer(content, socket);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
}

/** The bytes of the pieces once the one of length 0 has come; null until then. */
function wholeStream(received: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (received.length < command.length) return null;
  expect(received.toString("latin1", 0, command.length)).toBe(command);
  const pieces: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const content = Buffer.alloc(1_000_000, "0123456789");

test.each([
  ["stream: OK", "clean"],
  ["stream: Win.Test.EICAR_HDB-1 FOUND", "infected"],
] as const)("%s: %s", async (reply, verdict) => {
  let seen: Buffer | null = null;
  const place = await daemon((whole, socket) => {
    seen = whole;
    socket.end(`${reply}\0`);
  });
  expect(await clamdScanner(place).scan(content)).toBe(verdict);
  expect(content.equals(seen ?? Buffer.alloc(0))).toBe(true);
});

test("a finding that comes before everything was sent is one", async () => {
  const place = await daemon((_seen, socket) => socket.end("stream: Win.Test.EICAR_HDB-1 FOUND\0"), true);
  expect(await clamdScanner(place).scan(Buffer.alloc(8_000_000))).toBe("infected");
});

test.each([
  [
    "says that it is too large",
    (_: Buffer, socket: Socket) => void socket.end("INSTREAM size limit exceeded. ERROR\0"),
  ],
  ["says nothing", (_: Buffer, socket: Socket) => void socket.end()],
  ["says half a sentence", (_: Buffer, socket: Socket) => void socket.end("stream: ")],
  ["breaks off", (_: Buffer, socket: Socket) => void socket.destroy()],
  ["does not answer", () => undefined],
])("a scanner that %s is away", async (_what, answer) => {
  const scanner = clamdScanner(await daemon(answer), 400);
  await expect(scanner.scan(content)).rejects.toMatchObject({ name: "ScannerAway" });
});

test("a scanner that is not there is away", async () => {
  const place = await daemon(() => undefined);
  server?.close();
  await expect(clamdScanner(place).scan(content)).rejects.toMatchObject({ name: "ScannerAway" });
});

test("without a scanner nothing is said", async () => {
  expect([noScanner.name, await noScanner.scan(content)]).toEqual([null, "clean"]);
});
