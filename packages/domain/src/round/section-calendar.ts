import { addDays, type CalendarDate } from "./calendar-date.ts";
import { dateRelation } from "./date-relation.ts";
import { localDate, localTime } from "./deadline.ts";
import { maySend, type SendingDays, sendingTime, sendingWindow } from "./sending-window.ts";

/** A reminder of a section, counted from the section's own date. Everything about it stands here; code reads this table and never names a step. */
interface SectionRule {
  readonly step: string;
  /** Days after the date of the section; negative before it. */
  readonly offsetDays: number;
}

/** The reminders of a section, ordered by time: one while there is still time to ask somebody, one when the date has passed. */
export const sectionCalendar = [
  { step: "section_before", offsetDays: -3 },
  { step: "section_overdue", offsetDays: 1 },
] as const satisfies readonly SectionRule[];

export type SectionStep = (typeof sectionCalendar)[number]["step"];
export const sectionSteps: readonly SectionStep[] = sectionCalendar.map(({ step }) => step);

/** What decides which reminders of a section are due. Whether anything is awaited from its person at all: `awaitsSection`. */
export interface SectionNoticeState extends Omit<SendingDays, "heldUntil"> {
  readonly dueOn: CalendarDate;
  /** From then on nothing can be written in it. */
  readonly endsAt: Date;
  /** When a message last told its person this date. */
  readonly toldAt: Date;
  /** Keys (`sectionKey`) in the ledger, whatever became of them. */
  readonly handled: ReadonlySet<string>;
  /** When any message about a section was last written to this person, if known: the next one waits until the next local day. */
  readonly lastSentAt: Date | null;
}

/** Why a reminder is recorded but not sent. */
export type SectionSuperseded = "later-step" | "date-passed" | "told-otherwise";

export interface PlannedSectionReminder {
  readonly step: SectionStep;
  /** 09:00 in the capital, on the step's own day. */
  readonly scheduledFor: Date;
  readonly disposition: "send" | SectionSuperseded;
}

export interface NextSectionReminder {
  readonly step: SectionStep;
  /** It leaves then, or on a later day when its person gets another message that day. */
  readonly goesAt: Date;
}

/** Ledger key of a reminder, within one section. A section with another date has new ones. */
export function sectionKey(step: SectionStep, dueOn: CalendarDate): string {
  return `${step}|${dueOn}`;
}

/**
 * The reminders due at `now` and not in the ledger, as `planNotices` plans those of a country: the latest is sent, within the sending
 * hours, one a person and local day; one that would no longer be true, or whose date a message of that day or a later one told, is recorded.
 */
export function planSectionReminders(state: SectionNoticeState, now: Date): readonly PlannedSectionReminder[] {
  const due = openSteps(state).filter(({ scheduledFor }) => scheduledFor <= now);
  const judged = due.map((reminder) => ({ ...reminder, moot: whyMoot(reminder, state, now) }));
  const latest = judged.findLast(({ moot }) => moot === null);
  const leaves = latest !== undefined && maySend(now, state) && !hadMessageOn(localDate(now, state.timeZone), state);
  return judged.flatMap(({ step, scheduledFor, moot }): PlannedSectionReminder[] => {
    if (moot !== null) return [{ step, scheduledFor, disposition: moot }];
    if (!leaves) return [];
    return [{ step, scheduledFor, disposition: step === latest.step ? "send" : "later-step" }];
  });
}

/** The next reminder from `now` on if nothing changes; null when none is left. */
export function nextSectionReminder(state: SectionNoticeState, now: Date): NextSectionReminder | null {
  const { timeZone } = state;
  const today = localDate(now, timeZone);
  const from = hadMessageOn(today, state) ? localTime(addDays(today, 1), sendingWindow.from, timeZone) : now;
  for (const reminder of openSteps(state)) {
    const goesAt = sendingTime(localDate(reminder.scheduledFor, timeZone), from, state);
    if (goesAt < state.endsAt && whyMoot(reminder, state, goesAt) === null) return { step: reminder.step, goesAt };
  }
  return null;
}

interface OpenStep {
  readonly step: SectionStep;
  readonly offsetDays: number;
  readonly scheduledFor: Date;
}

function openSteps({ dueOn, timeZone, handled }: SectionNoticeState): readonly OpenStep[] {
  return sectionCalendar
    .filter(({ step }) => !handled.has(sectionKey(step, dueOn)))
    .map((rule) => ({
      ...rule,
      scheduledFor: localTime(addDays(dueOn, rule.offsetDays), sendingWindow.from, timeZone),
    }));
}

function whyMoot(
  { offsetDays, scheduledFor }: OpenStep,
  { timeZone, dueOn, toldAt }: SectionNoticeState,
  now: Date,
): SectionSuperseded | null {
  if (offsetDays <= 0 && dateRelation(dueOn, now, timeZone) === "past") return "date-passed";
  return localDate(scheduledFor, timeZone) <= localDate(toldAt, timeZone) ? "told-otherwise" : null;
}

function hadMessageOn(day: CalendarDate, { lastSentAt, timeZone }: SectionNoticeState): boolean {
  return lastSentAt !== null && localDate(lastSentAt, timeZone) === day;
}
