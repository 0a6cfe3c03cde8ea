import { type InstrumentCode, instrumentCodes } from "../catalogue/catalogue.ts";
import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { dateRelation } from "../round/date-relation.ts";
import { localDate, localTime } from "../round/deadline.ts";
import { maySend, type SendingDays, sendingTime, sendingWindow } from "../round/sending-window.ts";
import { type BodyTerm, heldOn as heldRoleOn } from "./body-term.ts";
import type { DatedMeeting } from "./meeting.ts";
import { isShared, progressDueOn, type ToldProgress, takesProgress } from "./narrative.ts";
import type { BodyCode, ParticipantCode } from "./participant.ts";
import type { Visibility } from "./visibility.ts";

/** Steps at which a country is asked for its progress before a meeting: one by hand, the others by themselves. */
export const progressSteps = ["progress_by_hand", "progress_asked", "progress_before_3", "progress_overdue_1"] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** A request that goes by itself, counted from the day by which progress is awaited. Everything about it stands here; code reads this table. */
interface ProgressRule {
  readonly step: ProgressStep;
  /** Days after that day; negative before it. */
  readonly offsetDays: number;
  /** Is it the one that goes also where the meeting was entered too late for any other? */
  readonly isFirst?: true;
}

/** Three weeks before the day and three days before it, and the day after. Anything later a person sends (decision 48). */
export const progressCalendar = [
  { step: "progress_asked", offsetDays: -21, isFirst: true },
  { step: "progress_before_3", offsetDays: -3 },
  { step: "progress_overdue_1", offsetDays: 1 },
] as const satisfies readonly ProgressRule[];
export type ProgressCalendarStep = (typeof progressCalendar)[number]["step"];

/** Does a person send it? */
export const isAskedByHand = (step: ProgressStep): boolean => !progressCalendar.some((rule) => rule.step === step);

/**
 * How a country stands to one of the Protocols, as the Secretariat and the scheduler know it: of a draft they know nothing. `withdrawn`: it was filed,
 * and taken back. `secretariat`: the Secretariat alone reads it.
 */
export const toldStandings = ["nothing", "withdrawn", "secretariat", "shared"] as const;
export type ToldStanding = (typeof toldStandings)[number];
export type ToldByProtocol = Readonly<Record<InstrumentCode, ToldStanding>>;

/** A narrative that was filed, as requests need it; never a word of it. */
export interface FiledProgress extends Pick<ToldProgress, "author" | "instrument"> {
  readonly state: "filed" | "withdrawn";
  readonly visibility: Visibility;
  readonly withdrawnAt: Date | null;
}

export function toldBy(country: ParticipantCode, filed: readonly FiledProgress[]): ToldByProtocol {
  const standing = (code: InstrumentCode): ToldStanding => {
    const own = filed.filter(({ author, instrument }) => author === country && instrument === code);
    const stands = own.find(({ state }) => state === "filed");
    if (stands !== undefined) return isShared(stands.visibility) ? "shared" : "secretariat";
    return own.length === 0 ? "nothing" : "withdrawn";
  };
  return Object.fromEntries(instrumentCodes.map((code) => [code, standing(code)])) as Record<
    InstrumentCode,
    ToldStanding
  >;
}

/** Of what nothing is filed. Who told the Secretariat alone has answered: whom else it tells is its own choice, for which nobody presses it. */
export function stillAwaited(told: ToldByProtocol): readonly InstrumentCode[] {
  return instrumentCodes.filter((code) => told[code] === "nothing" || told[code] === "withdrawn");
}

/**
 * Since when something of this country is awaited; null = since it is asked at all. Who filed everything and takes something back knows that: steps whose
 * day was before are not made up for.
 */
export function awaitedSince(country: ParticipantCode, filed: readonly FiledProgress[]): Date | null {
  const since = stillAwaited(toldBy(country, filed)).map((code) => {
    const own = filed.filter(({ author, instrument }) => author === country && instrument === code);
    return own.reduce((last, { withdrawnAt }) => Math.max(last, withdrawnAt?.getTime() ?? 0), 0);
  });
  const first = Math.min(...since);
  return since.length === 0 || first === 0 ? null : new Date(first);
}

/** Which of these members of the Conference are asked in this body: all, except those of whom the record says that they were no members on that day. */
export function bodyMembersOn(
  members: readonly ParticipantCode[],
  terms: readonly BodyTerm[],
  day: CalendarDate,
): readonly ParticipantCode[] {
  return members.filter((code) => {
    const own = terms.filter(({ participant, role }) => participant === code && role === "member");
    return own.length === 0 || own.some((term) => heldRoleOn(term, day) !== "no");
  });
}

/** A meeting, as far as progress is asked for it. */
export interface AskingMeeting extends DatedMeeting {
  readonly body: BodyCode;
  /** When it was entered, or its first day last changed. */
  readonly dayKnownAt: Date;
}

/** The first instant of its first day, by its own clocks. From then on nobody is asked. */
export const beginsAt = ({ heldOn, timeZone }: Pick<AskingMeeting, "heldOn" | "timeZone">): Date =>
  localTime(heldOn, "00:00", timeZone);

/** Is progress still asked for? Not where nobody shares any, and not once the meeting has begun, was held or was cancelled. */
export function asksForProgress(meeting: Omit<AskingMeeting, "dayKnownAt">, now: Date): boolean {
  return takesProgress(meeting) && meeting.state === "planned" && now < beginsAt(meeting);
}

/**
 * By which day progress is awaited, by these clocks; null where that day had come before anybody knew of the meeting's: then the sooner the
 * better, and nobody is late.
 */
export function awaitedBy(
  { heldOn, dayKnownAt }: Pick<AskingMeeting, "heldOn" | "dayKnownAt">,
  timeZone: string,
): CalendarDate | null {
  const day = progressDueOn({ heldOn });
  return localDate(dayKnownAt, timeZone) < day ? day : null;
}

/** What decides which requests for progress are due to one person of one country. */
export interface ProgressAskState extends SendingDays {
  readonly meeting: AskingMeeting;
  /** Of what nothing is filed. */
  readonly awaited: readonly InstrumentCode[];
  /** `awaitedSince` of the country. */
  readonly awaitedSince: Date | null;
  /** When this country was last asked by hand since the day of the meeting stands; that message told until when progress is awaited. */
  readonly toldAt: Date | null;
  /** Since when this person could be asked. */
  readonly personSince: Date;
  /** Keys (`progressRequestKey`) of this person in the ledger, whatever became of them. */
  readonly handled: ReadonlySet<string>;
  /** Keys of messages that were written to anybody of this country. */
  readonly written: ReadonlySet<string>;
  /** When any message was last written to this person, if known: the next one waits until the next local day. */
  readonly lastMailAt: Date | null;
}

/** Why a request is recorded but not sent. */
export type ProgressSuperseded = "later-step" | "date-passed" | "told-otherwise";

export interface PlannedProgressRequest {
  readonly step: ProgressCalendarStep;
  /** 09:00 where it is read, on the step's own day. */
  readonly scheduledFor: Date;
  readonly disposition: "send" | ProgressSuperseded;
}

export interface NextProgressRequest {
  readonly step: ProgressCalendarStep;
  /** It leaves then, or on a later day when its person gets another message that day. */
  readonly goesAt: Date;
}

/**
 * Key of a request in the ledger, within one meeting and person. Once the meeting moved there are new ones, also when it moved back: whoever was told of
 * another day is told again.
 */
export function progressRequestKey(step: ProgressStep, dayKnownAt: Date): string {
  return `${step}|${dayKnownAt.toISOString()}`;
}

/** The requests due at `now` and not in the ledger: the latest is sent, within the sending hours; what would not be true any more is recorded. */
export function planProgressRequests(state: ProgressAskState, now: Date): readonly PlannedProgressRequest[] {
  const due = openSteps(state, now).filter(({ scheduledFor }) => scheduledFor <= now);
  const judged = due.map((request) => ({ ...request, moot: whyMoot(request, state, now) }));
  const latest = judged.findLast(({ moot }) => moot === null);
  const leaves = latest !== undefined && maySend(now, state) && !hadMailOn(localDate(now, state.timeZone), state);
  return judged.flatMap(({ step, scheduledFor, moot }): PlannedProgressRequest[] => {
    if (moot !== null) return [{ step, scheduledFor, disposition: moot }];
    if (!leaves) return [];
    return [{ step, scheduledFor, disposition: step === latest.step ? "send" : "later-step" }];
  });
}

/** The next request from `now` on if nothing changes; null when none is left. */
export function nextProgressRequest(state: ProgressAskState, now: Date): NextProgressRequest | null {
  const { timeZone, meeting } = state;
  const today = localDate(now, timeZone);
  const from = hadMailOn(today, state) ? localTime(addDays(today, 1), sendingWindow.from, timeZone) : now;
  const begins = beginsAt(meeting);
  const all = openSteps(state, now).flatMap((request) => {
    const goesAt = sendingTime(localDate(request.scheduledFor, timeZone), from, state);
    return goesAt < begins && whyMoot(request, state, goesAt) === null ? [{ step: request.step, goesAt }] : [];
  });
  // Of several that would leave together the latest goes.
  return all.reduce<NextProgressRequest | null>(
    (first, one) => (first === null || one.goesAt <= first.goesAt ? one : first),
    null,
  );
}

interface OpenStep {
  readonly step: ProgressCalendarStep;
  readonly offsetDays: number;
  readonly scheduledFor: Date;
}

/** By time. Of whom nothing is awaited any more, none. */
function openSteps(state: ProgressAskState, now: Date): readonly OpenStep[] {
  const { meeting, timeZone, handled } = state;
  if (!asksForProgress(meeting, now) || state.awaited.length === 0) return [];
  const knownOn = localDate(meeting.dayKnownAt, timeZone);
  const dueOn = awaitedBy(meeting, timeZone);
  const since = state.awaitedSince && localDate(state.awaitedSince, timeZone);
  return progressCalendar.flatMap((rule) => {
    if (dueOn === null && !("isFirst" in rule)) return [];
    if (handled.has(progressRequestKey(rule.step, meeting.dayKnownAt))) return [];
    const own = addDays(dueOn ?? knownOn, dueOn === null ? 0 : rule.offsetDays);
    const day = [own, knownOn].sort().at(-1) ?? own;
    if (since !== null && day <= since) return [];
    return [{ ...rule, scheduledFor: localTime(day, sendingWindow.from, timeZone) }];
  });
}

function whyMoot(
  { step, offsetDays, scheduledFor }: OpenStep,
  state: ProgressAskState,
  now: Date,
): ProgressSuperseded | null {
  const { meeting, timeZone, toldAt, personSince, written } = state;
  const ownDay = localDate(scheduledFor, timeZone);
  const dueOn = awaitedBy(meeting, timeZone);
  if (dueOn !== null && offsetDays <= 0 && dateRelation(dueOn, now, timeZone) === "past") return "date-passed";
  if (toldAt !== null && ownDay <= localDate(toldAt, timeZone)) return "told-otherwise";
  // Whoever came later takes over what stands, if somebody of the country was told.
  const isOfBefore = ownDay < localDate(personSince, timeZone);
  return isOfBefore && written.has(progressRequestKey(step, meeting.dayKnownAt)) ? "told-otherwise" : null;
}

function hadMailOn(day: CalendarDate, { lastMailAt, timeZone }: ProgressAskState): boolean {
  return lastMailAt !== null && localDate(lastMailAt, timeZone) === day;
}

/** Why it is no longer due. `settled`: it was filed, or nobody is asked any more. `date`: the meeting moved, or the day by which it was awaited passed. */
export type ProgressNotDue = "settled" | "date";

/** Is a request that was written still due at `now`? Asked right before it leaves. */
export function isProgressDue(
  request: { readonly step: ProgressStep; readonly dayKnownAt: Date; readonly writtenAt: Date },
  state: Pick<ProgressAskState, "meeting" | "awaited" | "timeZone">,
  now: Date,
): ProgressNotDue | null {
  const { meeting, awaited, timeZone } = state;
  if (!asksForProgress(meeting, now) || awaited.length === 0) return "settled";
  if (request.dayKnownAt.getTime() !== meeting.dayKnownAt.getTime()) return "date";
  // What a person sends says how it stands when it leaves.
  const dueOn = awaitedBy(meeting, timeZone);
  if (isAskedByHand(request.step) || dueOn === null) return null;
  const hasPassedAt = (at: Date) => dateRelation(dueOn, at, timeZone) === "past";
  return hasPassedAt(request.writtenAt) === hasPassedAt(now) ? null : "date";
}
