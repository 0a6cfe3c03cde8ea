import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { TestPerson } from "./start-test-api.ts";

/** A stream of server-sent events, as a program reads it. */
export interface EventStream<News> {
  readonly status: number;
  readonly headers: Headers;
  readonly news: News[];
  readonly isOver: () => boolean;
  /** Waits for news that fit, whether told already or not; throws after five seconds. */
  until(fits: (news: News) => boolean): Promise<News>;
  leave(): Promise<void>;
}

/** Follows `path` (below `/api/v1`) at a listening server, as this person's browser. */
export async function openStream<News>(
  app: FastifyInstance,
  person: Pick<TestPerson, "cookie">,
  path: string,
): Promise<EventStream<News>> {
  const { port } = app.server.address() as AddressInfo;
  const leaving = new AbortController();
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    headers: { cookie: person.cookie, "accept-encoding": "br, gzip" },
    signal: leaving.signal,
  });
  const news: News[] = [];
  let isOver = false;
  const reading = (async () => {
    let text = "";
    for await (const part of reply.body as ReadableStream<Uint8Array>) {
      text += Buffer.from(part).toString();
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        if (text.startsWith("data: ")) news.push(JSON.parse(text.slice(6, end)));
        text = text.slice(end + 2);
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
    });
  return {
    status: reply.status,
    headers: reply.headers,
    news,
    isOver: () => isOver,
    async until(fits) {
      for (let tries = 0; tries < 250; tries += 1) {
        const told = news.find(fits);
        if (told) return told;
        await wait(20);
      }
      throw new Error(`Not told: ${JSON.stringify(news)}`);
    },
    async leave() {
      leaving.abort();
      await reading;
    },
  };
}
