import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningApi, startApi } from "@avances/api";
import { beginDemonstration } from "@avances/db";
import { seedDemonstration } from "@avances/local/demonstration";
import { runScheduler } from "@avances/notices";
import {
  type Beginning,
  createTestDatabase,
  fixedClock,
  type MailSink,
  startMailSink,
  testPool,
} from "@avances/testing";

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
  /** ISO instant at which the story begins. With the demonstration region it is that region's own (`demonstrationNow`). */
  readonly now: string;
  /** Begins with the demonstration region. */
  readonly demonstration?: boolean;
  /** The name under which people reach it, by plain http. Default: localhost, which browsers trust like https. */
  readonly host?: string;
}

/** The day of the demonstration region. */
export const demonstrationNow = "2026-11-20T15:00:00Z";

const log = {
  info: () => undefined,
  error: (fields: object, message: string) => console.error(message, JSON.stringify(fields)),
};
const mailFrom = "Avances <avances@example.org>";
/** How often the scheduler looks by itself. What the API announces wakes it at once, and tests say when the clock has moved; three portals at work all through a run would look for little else. */
const pollMs = 5_000;
/** The same for all portals of a run: the passwords of the demonstration region are stored once. */
const secret = (name: string) => createHash("sha256").update(`test only: ${name}`).digest("base64url");
const secrets = {
  jwtKey: secret("jwt"),
  ticketKey: secret("ticket"),
  deviceKey: secret("device"),
  passwordPepper: secret("pepper"),
  mailRepliesKey: secret("replies"),
};

/** With which a test signs what it hands in as a mail server. */
export const { mailRepliesKey } = secrets;

/** Of all portals of a run: keys of files are random. Made when the first file comes. */
const filesDir = join(tmpdir(), `avances-e2e-files-${process.pid}`);

function startPortalApi(of: {
  readonly databaseUrl: string;
  readonly clock: { now(): Date };
  readonly port: number;
  readonly publicUrl: string;
  readonly smtpUrl: string;
}): Promise<RunningApi> {
  const { clock, port, databaseUrl, publicUrl, smtpUrl } = of;
  return startApi({
    clock,
    log,
    config: {
      production: false,
      host: "127.0.0.1",
      port,
      databaseUrl,
      publicUrl,
      publicRatePerMinute: 0,
      checkReplies: true,
      sessionRatePerMinute: 0,
      writeRatePerMinute: 0,
      mailMode: "live",
      smtpUrl,
      mailFrom,
      scheduler: false,
      webRoot,
      filesDir,
      secrets,
    },
  });
}

/** Takes as long as a dozen tests, so it is made once in a run. */
const demonstrationRegion: Beginning = {
  name: "demonstration",
  async fill({ url, ownerUrl }) {
    await beginDemonstration(ownerUrl);
    const clock = fixedClock(demonstrationNow);
    const port = await freePort();
    const mail = await startMailSink();
    const publicUrl = `http://localhost:${port}`;
    const api = await startPortalApi({ databaseUrl: url, clock, port, publicUrl, smtpUrl: mail.url });
    try {
      await seedDemonstration(api.deps, { ownerUrl, now: clock.now(), log: () => undefined });
    } finally {
      await api.close();
      await mail.close();
    }
  },
};

export async function startPortal({ now, demonstration = false, host = "localhost" }: PortalOptions): Promise<Portal> {
  const [database, mail, port] = await Promise.all([
    createTestDatabase(demonstration ? demonstrationRegion : undefined),
    startMailSink(),
    freePort(),
  ]);
  const clock = fixedClock(now);
  const publicUrl = `http://${host}:${port}`;
  const { ticketKey } = secrets;
  const api = await startPortalApi({ databaseUrl: database.url, clock, port, publicUrl, smtpUrl: mail.url });

  const stop = new AbortController();
  const scheduler = runScheduler(
    {
      db: api.deps.db,
      clock,
      log,
      config: { mailMode: "live", smtpUrl: mail.url, mailFrom, publicUrl, ticketKey, pollMs },
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
