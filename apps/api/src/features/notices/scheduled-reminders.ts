import type {
  BodyOf,
  changeScheduledReminder as changeContract,
  listScheduledReminders as listContract,
  previewScheduledReminders as previewContract,
  ReplyOf,
  scheduleReminders as scheduleContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { findRound } from "@avances/db/queries/round-queries";
import {
  listReminderMessages,
  listScheduledReminders as listRows,
  type ReminderMessage,
  type ScheduledReminderRow,
} from "@avances/db/queries/scheduled-reminder-queries";
import type { Actor } from "@avances/domain/access";
import { readResult } from "@avances/domain/round";
import {
  changeReminder,
  daysToRemind,
  previewSchedule,
  readScheduledRound,
  type ScheduledRound,
  scheduleReminders as setReminders,
  standingOf,
  withdrawReminder,
} from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { countryToRemind } from "./country-to-remind.ts";

type Reminders = ReplyOf<typeof listContract>;
type Waiting = Reminders["waiting"][number]["standing"];
type Became = Reminders["earlier"][number]["became"];
type Need = Pick<Deps, "db" | "clock" | "newId" | "config">;

/** The reminders of a round that are set for a later moment, and what became of earlier ones. */
export async function listScheduledReminders(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  year: number,
): Promise<Reminders> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, (tx) => view(tx, deps.clock.now(), year));
}

/** Every message as it would be written at that moment if nothing changes. Refuses with `schedule-refused` a moment that cannot be. */
export async function previewScheduledReminders(
  deps: Need,
  actor: Actor,
  year: number,
  { moment, ...choice }: BodyOf<typeof previewContract>,
): Promise<ReplyOf<typeof previewContract>> {
  allow(actor, "notices.send");
  const config = { ...deps.config, ticketKey: deps.config.secrets.ticketKey };
  const context = { now: deps.clock.now(), newId: deps.newId, config };
  const { messages, countries, leftOut } = await deps.db.asActor(actor, (tx) =>
    previewSchedule(tx, actor, { roundYear: year, moment, ...choice }, context),
  );
  return {
    messages: [...messages],
    countries: countries.map(({ goesAt, moved, ...facts }) => ({
      ...countryToRemind(facts),
      ...{ goesAt: goesAt.toISOString(), moved },
    })),
    leftOut: [...leftOut],
  };
}

/**
 * Sets a reminder for each country. Refuses with `nothing-to-send` when every country is left out, with `schedule-refused` a moment that cannot be, and
 * with `already-scheduled` when one waits for one of them.
 */
export async function scheduleReminders(
  deps: Need,
  actor: Actor,
  year: number,
  { moment, ...choice }: BodyOf<typeof scheduleContract>,
  idempotency: Idempotency,
): Promise<Reminders> {
  return act(deps, actor, year, idempotency, (tx, now) =>
    setReminders(tx, actor, { roundYear: year, moment, ...choice }, { now, newId: deps.newId }),
  );
}

interface Which {
  readonly year: number;
  readonly reminderId: string;
}

/** Gives a set reminder another moment and other words. Refuses with `transition-refused` one that waits no more. */
export async function changeScheduledReminder(
  deps: Need,
  actor: Actor,
  { year, reminderId: id }: Which,
  to: BodyOf<typeof changeContract>,
  idempotency: Idempotency,
): Promise<Reminders> {
  return act(deps, actor, year, idempotency, (tx, now) =>
    changeReminder(tx, actor, { id, roundYear: year }, to, { now, newId: deps.newId }),
  );
}

/** Withdraws a set reminder. Refuses with `transition-refused` one that waits no more. */
export async function withdrawScheduledReminder(
  deps: Need,
  actor: Actor,
  { year, reminderId: id }: Which,
  idempotency: Idempotency,
): Promise<Reminders> {
  return act(deps, actor, year, idempotency, (tx, now) => withdrawReminder(tx, actor, { id, roundYear: year }, now));
}

async function act(
  deps: Need,
  actor: Actor,
  year: number,
  idempotency: Idempotency,
  change: (tx: Tx, now: Date) => Promise<unknown>,
): Promise<Reminders> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      found(await findRound(tx, year));
      await change(tx, now);
      await wakeScheduler(tx);
      return view(tx, now, year);
    }),
  );
}

async function view(tx: Tx, now: Date, year: number): Promise<Reminders> {
  found(await findRound(tx, year));
  const [rows, round] = [await listRows(tx, year), await readScheduledRound(tx, year, now)];
  const waits = ({ ended, settledAt }: ScheduledReminderRow) => ended === null && settledAt === null;
  const endOf = ({ endedAt, settledAt, createdAt }: ScheduledReminderRow) =>
    (endedAt ?? settledAt ?? createdAt).getTime();
  const earlier = rows.filter((row) => !waits(row)).sort((one, other) => endOf(other) - endOf(one));
  const messages = await listReminderMessages(
    tx,
    earlier.map(({ id }) => id),
  );
  const byBatch = Map.groupBy(messages, ({ batchId }) => batchId);
  return {
    waiting: rows
      .filter(waits)
      .sort((one, other) => one.sendAt.getTime() - other.sendAt.getTime())
      .map((row) => ({ ...reminderView(row), standing: waitingView(row, round, now) })),
    earlier: earlier.map((row) => ({ ...reminderView(row), became: becameOf(row, byBatch.get(row.id) ?? []) })),
    ranges: daysToRemind(round, now),
  };
}

function reminderView(row: ScheduledReminderRow) {
  return {
    ...{ id: row.id, country: row.countryCode, at: row.sendAt.toISOString(), timeZone: row.timeZone },
    ...{ text: row.ownTexts, setAt: row.createdAt.toISOString(), byName: row.createdByName },
  };
}

function waitingView(row: ScheduledReminderRow, round: ScheduledRound, now: Date): Waiting {
  const standing = standingOf(row, round, now);
  if (standing.kind !== "leaves") return standing;
  return { kind: "leaves", at: standing.goesAt.toISOString(), moved: standing.moved };
}

/** What became of one that waits no more. What was written may still be stopped when it leaves, as every reminder. */
function becameOf(row: ScheduledReminderRow, messages: readonly ReminderMessage[]): Became {
  const { ended, endedAt, endedByName, settledAt } = row;
  if (ended !== null && endedAt !== null) return { kind: ended, at: endedAt.toISOString(), byName: endedByName ?? "" };
  const at = (settledAt ?? row.createdAt).toISOString();
  const recorded = outcomeOf(row.outcome);
  if (recorded !== null) return { kind: "not_needed", at, outcome: recorded };
  const of = (state: ReminderMessage["state"]) => messages.filter((message) => message.state === state);
  const [sent, queued, kept, dead] = [of("sent"), of("queued"), of("kept"), of("dead")];
  const leftAt = sent.map((message) => message.settledAt?.toISOString() ?? at).sort()[0];
  if (leftAt !== undefined) return { kind: "left", at: leftAt, messages: sent.length };
  if (queued.length > 0) return { kind: "under_way", messages: queued.length };
  if (kept.length > 0) return { kind: "kept", at };
  if (dead.length > 0) return { kind: "not_delivered", messages: dead.length };
  const [stopped] = of("stopped");
  const outcome = stopped === undefined ? null : outcomeOf(stopped.result);
  return { kind: "not_needed", at, outcome: outcome ?? { code: "status-changed", status: null } };
}

function outcomeOf(text: string) {
  const result = readResult(text);
  return result?.by === "portal" ? { code: result.code, status: result.status } : null;
}
