import { once } from "node:events";
import { connect } from "node:net";

/** Looks for malware. */
export interface Scanner {
  /** What the record says beside the portal's own inspection; null = there is no scanner. */
  readonly name: string | null;
  /** Throws `ScannerAway` when it cannot say. */
  scan(content: Uint8Array): Promise<Verdict>;
}

export type Verdict = "clean" | "infected";

/** The scanner does not answer, or does not say whether the file is clean: nobody may take it for clean. */
export class ScannerAway extends Error {
  override name = "ScannerAway";
}

/** For a portal without a scanner: its own inspection is all there is. */
export const noScanner: Scanner = { name: null, scan: async () => "clean" };

const pieceBytes = 64 * 1024;

/**
 * ClamAV's daemon over TCP (its command INSTREAM), so that it may run on another machine. The connection is not encrypted: it belongs on
 * the network of the portal alone. `withinMs`: after which time it counts as away.
 */
export function clamdScanner({ host, port }: { host: string; port: number }, withinMs = 60_000): Scanner {
  return {
    name: "ClamAV",
    async scan(content) {
      const reply = await ask({ host, port, withinMs }, content);
      if (reply === "stream: OK") return "clean";
      if (/^stream: .* FOUND$/.test(reply)) return "infected";
      throw new ScannerAway("The scanner did not say whether the file is clean");
    },
  };
}

async function ask(
  { host, port, withinMs }: { host: string; port: number; withinMs: number },
  content: Uint8Array,
): Promise<string> {
  const socket = connect({ host, port, signal: AbortSignal.timeout(withinMs) });
  try {
    const parts: Buffer[] = [];
    let isAnswered = false;
    const ended = (async () => {
      for await (const part of socket) {
        parts.push(part as Buffer);
        // It answers early, before everything was sent, when it has seen enough.
        if ((part as Buffer).includes(0)) break;
      }
      isAnswered = true;
    })();
    const sent = (async () => {
      await once(socket, "connect");
      socket.write("zINSTREAM\0");
      for (let at = 0; at < content.length && !isAnswered; at += pieceBytes) {
        const piece = content.subarray(at, at + pieceBytes);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        socket.write(length);
        if (!socket.write(piece)) await Promise.race([once(socket, "drain"), ended]);
      }
      socket.write(Buffer.alloc(4));
    })();
    // Whichever fails first says why; a reply that came before everything was sent is a reply.
    await Promise.race([ended, sent.then(() => ended)]);
    return Buffer.concat(parts).toString("latin1").split("\0", 1)[0] ?? "";
  } catch (error) {
    throw new ScannerAway("The scanner does not answer", { cause: error });
  } finally {
    socket.destroy();
  }
}
