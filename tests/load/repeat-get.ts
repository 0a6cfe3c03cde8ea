import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** The result. Latencies in milliseconds, unsorted. */
export interface Repeated {
  readonly count: number;
  readonly seconds: number;
  readonly latencies: Float64Array;
}

/**
 * Asks for the same reply over and over, one request at a time on each connection. It parses the head of the first reply and then only
 * counts bytes: a client that parses every reply needs more processor time than the server under test, and so measures
 * itself. Throws when a reply is not a success or has another length than the first.
 */
export async function repeatGet(
  url: string,
  headers: Readonly<Record<string, string>>,
  connections: number,
  forSeconds: number,
): Promise<Repeated> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const lines = [`GET ${pathname}${search} HTTP/1.1`, `host: ${host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  const request = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
  const latencies: number[] = [];
  let fault: Error | undefined;
  const sockets: Socket[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + forSeconds * 1000;

  for (let index = 0; index < connections; index += 1) {
    let length = 0;
    let received = 0;
    let askedAt = 0;
    const fail = (why: string) => {
      fault ??= new Error(why);
      socket.destroy();
    };
    const ask = () => {
      received = 0;
      askedAt = performance.now();
      socket.write(request);
    };
    const take = (size: number, buffer: Uint8Array): boolean => {
      if (received === 0) {
        const start = Buffer.from(buffer.buffer, buffer.byteOffset, size);
        if (start.toString("latin1", 0, 12) !== "HTTP/1.1 200") fail(`Answered ${start.toString("latin1", 9, 12)}`);
        if (length === 0) length = lengthOf(start);
      }
      received += size;
      if (received < length) return true;
      if (received > length) fail("An answer is longer than the first one");
      const now = performance.now();
      latencies.push(now - askedAt);
      if (now < endsAt) ask();
      else socket.destroy();
      return true;
    };
    const socket: Socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: Buffer.allocUnsafe(65_536), callback: take },
    });
    socket.once("connect", ask);
    socket.once("error", (error) => fail(error.message));
    sockets.push(socket);
  }
  await Promise.race([
    Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)))),
    wait((forSeconds + 10) * 1000, undefined, { ref: false }),
  ]);
  for (const socket of sockets) {
    if (!socket.destroyed) fault ??= new Error("An answer did not come");
    socket.destroy();
  }
  if (fault) throw fault;
  return {
    count: latencies.length,
    seconds: (performance.now() - startedAt) / 1000,
    latencies: Float64Array.from(latencies),
  };
}

/** Bytes of a whole answer by its head, which has to arrive in one piece. */
function lengthOf(start: Buffer): number {
  const end = start.indexOf("\r\n\r\n");
  const length = start.toString("latin1", 0, end).match(/\r\ncontent-length: (\d+)/i)?.[1];
  if (end < 0 || length === undefined) throw new Error("An answer without its length");
  return end + 4 + Number(length);
}
