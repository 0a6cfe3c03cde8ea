import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { Portal } from "./portal.ts";

const dist = fileURLToPath(new URL("../../../apps/web/dist/", import.meta.url));

/** The line between a browser and the portal: it can be cut, and the portal behind it can be updated. */
export interface Line {
  /** For the browser: with these flags it reaches the portal's own address over this line. */
  readonly flags: readonly string[];
  /** As when the server has stopped: nothing answers, and what was open is gone. */
  cut(): void;
  mend(): Promise<void>;
  /** From now on the portal is another build: every file of the application has another name, and those of before are gone. */
  update(): void;
  /** From now on the portal is run without the service worker. */
  withdrawWorker(): void;
  close(): Promise<void>;
}

/** Marks the pages of the build after `update`. */
export const nextRelease = "data-next-release";

export async function lineTo(portal: Pick<Portal, "url" | "direct">): Promise<Line> {
  const sockets = new Set<Socket>();
  const state = { isUpdated: false, isWithdrawn: false };
  const server = createServer((asked, reply) => void pass(asked, reply, portal.direct, state));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { host } = new URL(portal.url);
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    flags: [`--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`],
    cut,
    mend: async () => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    update: () => {
      state.isUpdated = true;
    },
    withdrawWorker: () => {
      state.isWithdrawn = true;
    },
    close: async () => {
      if (server.listening) cut();
    },
  };
}

interface Behind {
  readonly isUpdated: boolean;
  readonly isWithdrawn: boolean;
}

const ofNext = /\.next\.(js|css)$/;

async function pass(asked: IncomingMessage, reply: ServerResponse, direct: string, state: Behind): Promise<void> {
  const path = asked.url ?? "/";
  const isAsset = /^\/assets\/.+\.(?:js|css)$/.test(path);
  if (state.isUpdated && isAsset && !ofNext.test(path)) return void reply.writeHead(404).end();
  const isText = state.isUpdated && (isAsset || path === "/worker.js" || !path.startsWith("/api/"));
  const headers = { ...asked.headers, ...(isText && { "accept-encoding": "identity" }) };
  if (isText) delete headers["if-none-match"];
  const target = new URL(path.replace(ofNext, ".$1"), direct);
  const onward = request(target, { method: asked.method, headers }, (answer) => {
    const isScript = path === "/worker.js";
    if (!(isText || (isScript && state.isWithdrawn))) {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      return void answer.pipe(reply);
    }
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => {
      const plain = Buffer.concat(parts);
      const { "content-length": _, "content-encoding": __, etag: ___, ...kept } = answer.headers;
      const isBytes = /font|image/.test(String(kept["content-type"]));
      const body =
        isScript && state.isWithdrawn
          ? readFileSync(`${dist}.withdrawn.js`)
          : isBytes
            ? plain
            : Buffer.from(asNext(plain.toString("utf8")));
      reply.writeHead(answer.statusCode ?? 502, kept).end(body);
    });
  });
  onward.on("error", () => reply.destroy());
  asked.pipe(onward);
}

/** As another build would name its files. */
function asNext(text: string): string {
  const names = readdirSync(`${dist}assets`).filter((name) => /\.(?:js|css)$/.test(name));
  const pattern = new RegExp(names.map((name) => name.replace(/[.~+$]/g, "\\$&")).join("|"), "g");
  return text
    .replace(pattern, (name) => name.replace(/\.(js|css)$/, ".next.$1"))
    .replace("<html ", `<html ${nextRelease} `)
    .replace(/"release":"\w+"/, '"release":"next"');
}
