import { setTimeout as wait } from "node:timers/promises";
import { type Database, databaseFault } from "@avances/db";
import { findPosition, movePosition } from "@avances/db/queries/mail-reply-queries";
import { type Desk, type Inbox, parseInboxUrl, parseSender } from "@avances/settings/mail";
import type { ImapFlow, ImapFlowOptions } from "imapflow";
import { reasonOf } from "../reason-of.ts";
import { noteReply } from "./note-reply.ts";
import { bytesRead, readReply } from "./read-reply.ts";

export interface InboxDeps {
  readonly db: Pick<Database, "asWorker">;
  readonly clock: { now(): Date };
  readonly log: {
    info(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
    error(fields: Readonly<Record<string, string | number | boolean | null>>, message: string): void;
  };
  readonly config: { readonly inboxUrl: string; readonly mailFrom: string; readonly desk?: Desk | undefined };
  /** How often to look without being told of anything. */
  readonly pollMs: number;
  readonly timing?: Partial<InboxTiming>;
}

interface InboxTiming {
  /** Waits before connecting again, the last one for ever. */
  readonly againMs: readonly number[];
  /** Quiet time after which the server is asked to tell of new messages (IDLE). */
  readonly idleAfterMs: number;
  readonly connectMs: number;
}

const defaultTiming: InboxTiming = {
  againMs: [5_000, 15_000, 60_000, 300_000],
  idleAfterMs: 1_000,
  connectMs: 15_000,
};

/** A mailbox that was never read, or is numbered anew, is read from here. What is older is known, or too late. */
const daysBack = 30;

/**
 * Reads a mailbox until the signal aborts: at each connection what came since, then whenever the server tells of something new, and now and
 * then without being told. It changes nothing there (the folder is opened for reading), so that people may work in it as well. How far it was
 * read is in the database; several processes may read it at once, because each thing is noted once. Resolves when all work has ended.
 */
export async function watchInbox(deps: InboxDeps, signal: AbortSignal): Promise<void> {
  const inbox = parseInboxUrl(deps.config.inboxUrl);
  const { againMs, ...timing } = { ...defaultTiming, ...deps.timing };
  let failures = 0;
  while (!signal.aborted) {
    try {
      await readWhileConnected(deps, inbox, timing, signal, () => {
        failures = 0;
      });
    } catch (error) {
      if (!signal.aborted) deps.log.error({ reason: reasonOf(error) }, "the mailbox cannot be read");
    }
    const pause = againMs[Math.min(failures, againMs.length - 1)] ?? 60_000;
    failures += 1;
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

async function readWhileConnected(
  deps: InboxDeps,
  inbox: Inbox,
  timing: Omit<InboxTiming, "againMs">,
  signal: AbortSignal,
  onRead: () => void,
): Promise<void> {
  // Imported when a mailbox is first read, so that a start without one never loads it.
  const { ImapFlow } = await import("imapflow");
  const client = new ImapFlow(optionsOf(inbox, timing));
  let wake: () => void = () => undefined;
  let isOpen = true;
  const close = () => {
    isOpen = false;
    wake();
  };
  client.on("error", close);
  client.on("close", close);
  client.on("exists", () => wake());
  const stop = () => client.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await client.connect();
    await client.mailboxOpen(inbox.folder, { readOnly: true });
    while (isOpen && !signal.aborted) {
      // Made before reading: what comes meanwhile is read at once afterwards.
      const told = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await readNew(deps, inbox, client);
      onRead();
      await Promise.race([told, wait(deps.pollMs, undefined, { signal }).catch(() => undefined)]);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    client.close();
  }
}

function optionsOf({ host, port, secure, login }: Inbox, timing: Omit<InboxTiming, "againMs">): ImapFlowOptions {
  const isThisMachine = ["localhost", "127.0.0.1", "::1"].includes(host);
  return {
    ...{ host, port, secure, auth: login },
    // A password is never sent without TLS; on this machine a certificate proves nothing.
    ...(!secure && { doSTARTTLS: !isThisMachine }),
    ...{ connectionTimeout: timing.connectMs, greetingTimeout: timing.connectMs },
    autoIdleDelay: timing.idleAfterMs,
    // What it would write has addresses in it.
    logger: false,
    ...{ maxLineLength: 1024 * 1024, maxLiteralSize: 2 * bytesRead, maxResponseSize: 8 * bytesRead },
  };
}

/** Reads what came since the last time, oldest first, and remembers after each message how far it got. */
async function readNew(deps: InboxDeps, inbox: Inbox, client: ImapFlow): Promise<void> {
  const { mailbox } = client;
  if (mailbox === false || mailbox === undefined) throw new Error("No folder is open");
  const uidValidity = String(mailbox.uidValidity);
  const position = await deps.db.asWorker((tx) => findPosition(tx, inbox.name));
  const last = position?.uidValidity === uidValidity ? position.lastUid : null;
  const since = new Date(deps.clock.now().getTime() - daysBack * 86_400_000);
  const found = await client.search(last === null ? { since } : { uid: `${last + 1}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error("The folder cannot be searched");
  // The range `7:*` of a folder whose last number is 6 is its last message (RFC 3501 §6.4.8).
  const uids = found.filter((uid) => uid > (last ?? 0)).sort((one, other) => one - other);
  const moveTo = (lastUid: number) => deps.db.asWorker((tx) => movePosition(tx, inbox.name, { uidValidity, lastUid }));
  for (const uid of uids) {
    const source = { start: 0, maxLength: bytesRead };
    const message = await client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
    // It may have been moved away meanwhile.
    if (message !== false && message?.source) await noteMessage(deps, message.source, message.internalDate);
    await moveTo(uid);
  }
  // From now on only what is new is asked for.
  if (last === null && uids.length === 0) await moveTo(Math.max(0, Number(mailbox.uidNext) - 1));
}

async function noteMessage(deps: InboxDeps, bytes: Uint8Array, internalDate: Date | string | undefined): Promise<void> {
  const incoming = await readReply(bytes);
  if (incoming === null) return;
  const now = deps.clock.now();
  const { mailFrom, desk } = deps.config;
  const came = internalDate === undefined ? now : new Date(internalDate);
  const facts = {
    now,
    receivedAt: Number.isNaN(came.getTime()) ? now : came,
    ownAddresses: [parseSender(mailFrom).address, ...(desk?.replyTo == null ? [] : [desk.replyTo])],
  };
  try {
    const outcome = await deps.db.asWorker((tx) => noteReply(tx, incoming, facts));
    deps.log.info({ kind: incoming.what.kind, outcome }, "mail reply");
  } catch (error) {
    // A database that is away comes back; one message that cannot be noted must not hold up all others for ever.
    if (databaseFault(error)?.kind === "unavailable") throw error;
    deps.log.error({ reason: reasonOf(error) }, "a mail reply cannot be noted");
  }
}
