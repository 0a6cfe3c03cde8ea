import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./child.ts";
import { type Pace, type Rate, within } from "./load.ts";

/** A PUT request. */
export interface Save {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Paused {
  readonly server: Child;
  readonly prepare?: () => Promise<void>;
  readonly ofConnection: (index: number) => { readonly next: () => Save; readonly saved: () => void };
}

/**
 * How long a save takes while others save too and nobody queues: on each connection somebody pauses before each save, for a random while
 * (exponential, `pauseMs` on average), as people do who do not know of each other. Without pauses a reply takes as long as the others on
 * the way before it, which says once more how many the server manages a second. In turn, A B A B …; the result is over all rounds. Throws
 * when a reply was not a success.
 */
export async function compareWithPauses<Name extends string>(
  contestants: Readonly<Record<Name, Paused>>,
  { connections, pauseMs }: { readonly connections: number; readonly pauseMs: number },
  pace: Pace,
): Promise<Record<Name, Pick<Rate, "requestsPerSecond" | "p50" | "p99">>> {
  const names = Object.keys(contestants) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await drive(contestants[name], connections, pauseMs, 1);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const name of names) took[name].push(...(await drive(contestants[name], connections, pauseMs, pace.seconds)));
  }
  const seconds = pace.rounds * pace.seconds;
  return Object.fromEntries(
    names.map((name) => [
      name,
      { requestsPerSecond: took[name].length / seconds, ...within(Float64Array.from(took[name])) },
    ]),
  ) as Record<Name, Pick<Rate, "requestsPerSecond" | "p50" | "p99">>;
}

async function drive(
  { server, prepare, ofConnection }: Paused,
  connections: number,
  pauseMs: number,
  seconds: number,
): Promise<readonly number[]> {
  await prepare?.();
  const agent = new Agent({ keepAlive: true });
  const endsAt = performance.now() + seconds * 1000;
  const took: number[] = [];
  const person = async (index: number) => {
    const { next, saved } = ofConnection(index);
    for (;;) {
      await wait(-Math.log(1 - Math.random()) * pauseMs);
      if (performance.now() > endsAt) return;
      took.push(await put(agent, server.url, next()));
      saved();
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, index) => person(index)));
  } finally {
    agent.destroy();
  }
  return took;
}

/** Milliseconds until the whole reply was there. */
function put(agent: Agent, url: string, { path, headers, body }: Save): Promise<number> {
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    const sent = request(
      `${url}${path}`,
      { method: "PUT", agent, headers: { ...headers, "content-length": length } },
      (reply) => {
        reply.resume();
        reply.once("end", () =>
          reply.statusCode === 200
            ? resolve(performance.now() - sentAt)
            : reject(new Error(`${path} answered ${reply.statusCode}`)),
        );
      },
    );
    sent.once("error", reject);
    sent.end(text);
  });
}
