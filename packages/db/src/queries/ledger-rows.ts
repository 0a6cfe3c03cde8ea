import { isOfSecretariat, type Role } from "@avances/domain/access";
import { type NoticeStep, reportingRoles } from "@avances/domain/round";
import type { NoticeState } from "../schema/index.ts";
import { instant } from "./earlier-reports.ts";

/** What became of one notice to a country, however many people got it. */
export interface LedgerRow {
  readonly roundYear: number;
  readonly country: string;
  readonly step: NoticeStep;
  readonly anchorDate: string;
  readonly batchId: string;
  /** At least one message to somebody who reports was sent (`hasLeft`). */
  readonly hasReached: boolean;
  /** At least one message to somebody who reports is still waiting. */
  readonly isUnderWay: boolean;
  /** When the first message to somebody who reports was sent; null = none was. */
  readonly reachedAt: Date | null;
  /** When it was queued, whatever became of it; null = it was only recorded. */
  readonly queuedAt: Date | null;
  /** When it was written, if it is waiting or was sent; null = it was only recorded, or stopped. */
  readonly writtenAt: Date | null;
  /** When the last of it left, or was kept; null = none has. */
  readonly leftAt: Date | null;
  /** The messages to people outside the secretariat that wait, were sent, kept or given up; null = there is none. */
  readonly told: Told | null;
}

export interface Told {
  /** The number of this ask in the round; for a message that asks nothing, the number of earlier asks. */
  readonly ordinal: number;
  /** When the first of them was settled; while none is, when it was written. */
  readonly at: Date;
  readonly lastWrittenAt: Date;
  /** By name. */
  readonly to: readonly { readonly noticeId: string; readonly name: string; readonly state: NoticeState }[];
}

/** One message, its instants in milliseconds since 1970. */
export interface Message {
  readonly id: string;
  readonly roundYear: number;
  readonly country: string;
  readonly step: NoticeStep;
  readonly anchorDate: string;
  readonly batchId: string;
  readonly userId: string;
  readonly state: NoticeState;
  readonly ordinal: number;
  readonly createdAt: number;
  readonly settledAt: number | null;
  /** A mail server took it, or it stands for one that was taken (`hasLeft`). */
  readonly hasLeft: boolean;
}
/** What was read of some rounds. */
export interface LedgerRead {
  readonly messages: readonly Message[];
  /** Everybody whom the actor may see, by id. */
  readonly recipients: ReadonlyMap<string, Recipient>;
  /** When each round was opened, in milliseconds since 1970. */
  readonly openings: ReadonlyMap<number, number>;
}

export interface Recipient {
  readonly name: string;
  readonly role: Role;
}

let last: { readonly read: LedgerRead; readonly rows: readonly LedgerRow[] } | null = null;

/** Every notice, one row per country, step, date and batch. The same rows again while nothing changed. */
export function ledgerRows(read: LedgerRead): readonly LedgerRow[] {
  const { messages, recipients, openings } = read;
  const isKnown =
    last?.read.messages === messages && last.read.recipients === recipients && last.read.openings === openings;
  if (last !== null && isKnown) return last.rows;
  const keyOf = ({ roundYear, country, step, anchorDate, batchId }: Message) =>
    `${roundYear} ${country} ${step} ${anchorDate} ${batchId}`;
  // Whom the actor may not see got nothing that he may know of.
  const toKnown = messages.flatMap((message) => {
    const to = recipients.get(message.userId);
    return to === undefined ? [] : [{ ...message, to }];
  });
  const rows = [...Map.groupBy(toKnown, keyOf).values()].map((own) => rowOf(own, openings));
  last = { read: { messages, recipients, openings }, rows };
  return rows;
}

type Sent = Message & { readonly to: Recipient };

function rowOf(own: readonly Sent[], openings: LedgerRead["openings"]): LedgerRow {
  const [{ roundYear, country, step, anchorDate, batchId }] = own as readonly [Sent];
  // What was asked before the round was cancelled and opened again no longer counts.
  const openedAt = openings.get(roundYear) ?? Number.POSITIVE_INFINITY;
  const counting = own.filter(({ createdAt }) => createdAt >= openedAt);
  const toReporters = counting.filter(({ to }) => reportingRoles.some((role) => role === to.role));
  const reached = toReporters.filter(({ hasLeft }) => hasLeft);
  return {
    ...{ roundYear, country, step, anchorDate, batchId },
    hasReached: reached.length > 0,
    isUnderWay: toReporters.some(({ state }) => state === "queued"),
    reachedAt: instant(least(reached.map(settled))),
    queuedAt: instant(most(own.filter(({ state }) => state !== "superseded").map(written))),
    writtenAt: instant(most(own.filter(({ state }) => state !== "superseded" && state !== "stopped").map(written))),
    leftAt: instant(
      most(
        own.flatMap(({ state, settledAt }) =>
          (state === "sent" || state === "kept") && settledAt !== null ? [settledAt] : [],
        ),
      ),
    ),
    told: toldOf(counting.filter(({ to, state }) => !isOfSecretariat(to.role) && isTold[state])),
  };
}

const isTold: Readonly<Record<NoticeState, boolean>> = {
  queued: true,
  sent: true,
  kept: true,
  dead: true,
  stopped: false,
  superseded: false,
};

function toldOf(told: readonly Sent[]): Told | null {
  const [at, lastWrittenAt] = [least(told.map(settled)), most(told.map(written))];
  if (at === null || lastWrittenAt === null) return null;
  return {
    ordinal: Math.max(...told.map(({ ordinal }) => ordinal)),
    at: new Date(at),
    lastWrittenAt: new Date(lastWrittenAt),
    to: told
      .map(({ id, to, state }) => ({ noticeId: id, name: to.name, state }))
      .sort((one, other) => compare(one.name, other.name)),
  };
}

const { compare } = new Intl.Collator("es");
const settled = ({ settledAt, createdAt }: Message) => settledAt ?? createdAt;
const written = ({ createdAt }: Message) => createdAt;
const least = (times: readonly number[]) => (times.length === 0 ? null : Math.min(...times));
const most = (times: readonly number[]) => (times.length === 0 ? null : Math.max(...times));
