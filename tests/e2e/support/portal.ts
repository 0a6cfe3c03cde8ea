import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { type RunningApi, startApi } from "@avances/api";
import { beginDemonstration } from "@avances/db";
import { runScheduler } from "@avances/notices";
import { createTestDatabase, fixedClock, type MailSink, startMailSink, testPool } from "@avances/testing";

const webRoot = fileURLToPath(new URL("../../../apps/web/dist", import.meta.url));

/** A whole portal as the region would run it: database, API with the built pages, scheduler, and a real SMTP server that gets its mail. */
export interface Portal {
  /** The address under which people reach it. */
  readonly url: string;
  /** The same, for programs that cannot resolve its name. */
  readonly direct: string;
  readonly api: RunningApi;
  /** Everybody's "now" except the browsers'. Stands still until it is moved. */
  readonly clock: { now(): Date };
  readonly mail: MailSink;
  readonly ownerUrl: string;
  /** Rows as the superuser sees them, to check what no page shows. */
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Lets the scheduler do everything that is due now, and waits until no message is under way. */
  settleMail(): Promise<void>;
  /** Moves the clock to this instant when no message is being sent. What is due then waits. */
  leapTo(iso: string): Promise<void>;
  /** Goes to this instant and does what is due then. */
  goTo(iso: string): Promise<void>;
  close(): Promise<void>;
}

export interface PortalOptions {
  /** ISO instant at which the story begins. */
  readonly now: string;
  readonly demonstration?: boolean;
  /** The name under which people reach it, by plain http. Default: localhost, which browsers trust like https. */
  readonly host?: string;
  /** Runs before anybody can sign in, for instance to fill the database. */
  readonly prepare?: (deps: RunningApi["deps"], ownerUrl: string) => Promise<void>;
}

export async function startPortal({
  now,
  demonstration = false,
  host = "localhost",
  prepare,
}: PortalOptions): Promise<Portal> {
  const [database, mail, port] = await Promise.all([createTestDatabase(), startMailSink(), freePort()]);
  const clock = fixedClock(now);
  const secret = () => randomBytes(32).toString("base64url");
  const ticketKey = secret();
  const mailFrom = "Avances <avances@example.org>";
  const publicUrl = `http://${host}:${port}`;
  const log = {
    info: () => undefined,
    error: (fields: object, message: string) => console.error(message, JSON.stringify(fields)),
  };
  if (demonstration) await beginDemonstration(database.ownerUrl);
  const api = await startApi({
    clock,
    log,
    config: {
      production: false,
      host: "127.0.0.1",
      port,
      databaseUrl: database.url,
      publicUrl,
      publicRatePerMinute: 0,
      checkReplies: true,
      sessionRatePerMinute: 0,
      writeRatePerMinute: 0,
      mailMode: "live",
      smtpUrl: mail.url,
      mailFrom,
      scheduler: false,
      webRoot,
      secrets: { jwtKey: secret(), ticketKey, deviceKey: secret(), passwordPepper: secret() },
    },
  });
  await prepare?.(api.deps, database.ownerUrl);

  const stop = new AbortController();
  const scheduler = runScheduler(
    {
      db: api.deps.db,
      clock,
      log,
      config: { mailMode: "live", smtpUrl: mail.url, mailFrom, publicUrl, ticketKey, pollMs: 1_000 },
    },
    stop.signal,
  );
  const owner = testPool({ connectionString: database.ownerUrl, max: 1 });
  const rows: Portal["rows"] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await owner.query(sql, [...values])).rows as Row[];

  async function settleMail(): Promise<void> {
    for (;;) {
      const { queued, handled } = await scheduler.runOnce();
      const [underWay] = await rows<{ count: number }>(
        "select count(*)::int as count from app.outgoing_mail where state in ('queued', 'sending') and next_attempt_at <= $1",
        [clock.now()],
      );
      if (queued + handled === 0 && underWay?.count === 0) return;
    }
  }

  async function leapTo(iso: string): Promise<void> {
    // A message being sent while the clock jumps would lose its lease and be sent twice.
    await settleMail();
    clock.set(iso);
  }

  return {
    url: publicUrl,
    direct: `http://${host === "localhost" ? host : "127.0.0.1"}:${port}`,
    api,
    clock,
    mail,
    ownerUrl: database.ownerUrl,
    rows,
    settleMail,
    leapTo,
    goTo: async (iso) => {
      await leapTo(iso);
      await settleMail();
    },
    close: async () => {
      stop.abort();
      await scheduler.done;
      await api.close();
      await owner.end();
      await mail.close();
      await database.drop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
