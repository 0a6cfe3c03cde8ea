import type { Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails, listMailedSince } from "@avances/db/queries/mail-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import type { Block, Letter } from "../letters/letter.ts";
import type { Contact } from "../letters/notice-facts.ts";
import { reasonOf } from "../reason-of.ts";
import type { DigestDeps } from "./digests.ts";
import type { Side, Sides, Writing } from "./matter-sides.ts";
import type { WritingConfig } from "./message.ts";

const day = 86_400_000;

/** Since when it matters whether somebody was written to: one message a person and local day, wherever that day is. */
export const mailsLookedBack = (now: Date): Date => new Date(now.getTime() - 2 * day);

/** Requests of the work of the Network: one person of a side who may be asked about something (`Asked`: a commitment, a meeting). */
export interface Askable<Asked> {
  readonly asked: Asked;
  readonly side: Side;
  readonly person: Recipient;
}

/** Everybody of these sides, about one thing. */
export function everybodyOf<Asked>(asked: Asked, codes: readonly string[], sides: Sides): readonly Askable<Asked>[] {
  return codes.flatMap((code) => {
    const side = sides.of(code);
    return side === null ? [] : side.people.map((person) => ({ asked, side, person }));
  });
}

/** A request that is due: it is sent, or recorded with the reason why not. */
interface Planned {
  readonly disposition: string;
}

/** Of these people whatever is due to them now. `plan`: what is due to one to whom a message was last written then; null = never, or long ago. */
export async function dueAmong<Asked, P extends Planned>(
  tx: Tx,
  now: Date,
  people: readonly Askable<Asked>[],
  plan: (one: Askable<Asked>, lastMailAt: Date | null) => readonly P[],
): Promise<readonly (P & Askable<Asked>)[]> {
  const candidates = people.filter((one) => plan(one, null).length > 0);
  if (candidates.length === 0) return [];
  const ids = [...new Set(candidates.map(({ person }) => person.id))];
  const mailed = await listMailedSince(tx, ids, mailsLookedBack(now));
  // Somebody may be asked about several things: about one of them today, about the next tomorrow.
  const askedToday = new Set<string>();
  return candidates.flatMap((one) => {
    const planned = plan(one, askedToday.has(one.person.id) ? now : (mailed.get(one.person.id) ?? null));
    if (planned.some(({ disposition }) => disposition === "send")) askedToday.add(one.person.id);
    return planned.map((request) => ({ ...request, ...one }));
  });
}

/** What is due, and from what it is written. */
export interface Due<Request> {
  readonly requests: readonly Request[];
  readonly sides: Writing;
}
/** Where nothing can be due, nobody's people are read. */
export const nothingDue: Due<never> = {
  requests: [],
  sides: { everybody: [], of: () => null, wordings: () => null },
};

export interface RequestContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig & { readonly secretariatCountry?: string | undefined };
}

/** One request as blocks, who answers questions, and the version of the secretariat's words in it; null = the built-in ones. */
export interface RequestLetter {
  readonly letter: Letter<Block>;
  readonly contact: Contact | null;
  readonly wordingId: string | null;
}

/** A kind of requests: what is due, and how it is written. */
interface KindOfRequests<Request extends Planned> {
  /** For the log. */
  readonly name: string;
  readonly find: (tx: Tx, now: Date) => Promise<Due<Request>>;
  /** Requests with the same key are written in one transaction. */
  readonly keyOf: (due: Request) => string;
  /** Adds them to the ledger; returns the ids of those that no other planner had added. */
  readonly enter: (
    tx: Tx,
    rows: readonly (Request & { readonly id: string })[],
    now: Date,
  ) => Promise<ReadonlySet<string>>;
  readonly mailOf: (row: Request & { readonly id: string }, sides: Writing, context: RequestContext) => NewMailRow;
}

/** Queues what is due and not in the ledger, with a message unless it is only recorded. A fault with one key does not stop the others. */
export async function planRequests<Request extends Planned>(
  deps: DigestDeps,
  { name, find, keyOf, enter, mailOf }: KindOfRequests<Request>,
): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const { requests, sides } = await deps.db.asWorker((tx) => find(tx, now));
  if (requests.length === 0) return { queued: 0 };
  const demonstration = await deps.db.asWorker(async (tx) => (await settledKind(tx)) === "demonstration");
  const context: RequestContext = { now, newId: deps.newId, config: { ...deps.config, demonstration } };
  let queued = 0;
  for (const [key, own] of Map.groupBy(requests, keyOf)) {
    try {
      queued += await deps.db.asWorker(async (tx) => {
        const rows = own.map((request) => ({ ...request, id: deps.newId() }));
        const ours = await enter(tx, rows, now);
        const sent = rows.filter(({ id, disposition }) => disposition === "send" && ours.has(id));
        await insertMails(
          tx,
          sent.map((row) => mailOf(row, sides, context)),
        );
        return sent.length;
      });
    } catch (error) {
      deps.log.error({ of: key, reason: reasonOf(error) }, `${name} could not be planned`);
    }
  }
  return { queued };
}
