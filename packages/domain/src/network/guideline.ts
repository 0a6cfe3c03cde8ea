import { byLanguage, languages, type Text } from "../catalogue/language.ts";
import { addDays, type CalendarDate, isCalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { isSingleLine } from "../text/single-line.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import type { MatterState } from "./matter.ts";
import type { ParticipantCode } from "./participant.ts";

/** Who has a view, beside each country's own, of how that country applies the Regional Guidelines. */
export const guidelineViewer: ParticipantCode = "IOM";

/** What is said of one step in one country. `not_known`: whoever says so could not find out. No figure is made of it. */
export const guidelineAnswers = ["yes", "partly", "no", "not_known"] as const;
export type GuidelineAnswer = (typeof guidelineAnswers)[number];

/** Days that a country has to reply to a view of it before others read that: as whoever gives the view chooses. */
export const replyDays = { least: 7, usual: 14, most: 60 } as const;

/** Most steps in a set. */
export const mostGuidelineSteps = 12;

/** One step of carrying out the Guidelines. Its code never means another step; its words may be corrected by a later set. */
export interface GuidelineStep {
  readonly code: string;
  readonly name: Text;
  /** Indicators that are close to it. */
  readonly indicators: readonly string[];
}

/** A step as the Secretariat writes it; a code is given to a new one. */
export type WrittenStep = Omit<GuidelineStep, "code"> & { readonly code: string | null };

/** The steps as they are asked from some day on. What was said before names the version in which it was said. */
export interface GuidelineSet {
  readonly version: number;
  /** Where the steps are from, or that they are an example; may be empty. */
  readonly source: Text;
  readonly steps: readonly GuidelineStep[];
}

/**
 * `steps_none`, `steps_many`: how many there are. `name`: one is not named in both languages in one line. `same_name`: two are named alike. `source`:
 * where they are from is said in one language alone, or not in one line. `step_unknown`: a code that no earlier set has, or twice. `link_unknown`: an
 * indicator is not in the catalogue. `same`: nothing would change.
 */
export const guidelineSetFaultKinds = [
  "steps_none",
  "steps_many",
  "name",
  "same_name",
  "source",
  "step_unknown",
  "link_unknown",
  "same",
] as const;
export type GuidelineSetFault = (typeof guidelineSetFaultKinds)[number];

const isLine = (text: string) => isSingleLine(text) && !isTooLong(text, textLimits.matterSubject);
const isNamed = (name: Text) => Object.values(name).every((text) => text.trim() !== "" && isLine(text));
/** In each language without spaces around it. */
export const trimmedText = (text: Text): Text => byLanguage((language) => text[language].trim());

/** What is wrong with a set before it takes the place of the others. `earlier`: all sets, oldest first; `indicators`: the codes of the catalogue. */
export function guidelineSetFaults(
  { steps, source }: { readonly steps: readonly WrittenStep[]; readonly source: Text },
  earlier: readonly GuidelineSet[],
  indicators: ReadonlySet<string>,
): readonly GuidelineSetFault[] {
  const codes = steps.flatMap(({ code }) => code ?? []);
  const known = new Set(earlier.flatMap((set) => set.steps.map(({ code }) => code)));
  const isTwice = (list: readonly string[]) => new Set(list).size !== list.length;
  const names = languages.map((language) => steps.map(({ name }) => name[language].trim().toLowerCase()));
  const from = Object.values(trimmedText(source));
  const isSourced = new Set(from.map((text) => text === "")).size === 1 && from.every(isLine);
  const now = earlier.at(-1);
  const faults: (GuidelineSetFault | null)[] = [
    steps.length === 0 ? "steps_none" : null,
    steps.length > mostGuidelineSteps ? "steps_many" : null,
    steps.every(({ name }) => isNamed(name)) ? null : "name",
    names.some(isTwice) ? "same_name" : null,
    isSourced ? null : "source",
    isTwice(codes) || codes.some((code) => !known.has(code)) ? "step_unknown" : null,
    steps.every((one) => one.indicators.every((code) => indicators.has(code))) ? null : "link_unknown",
    now !== undefined && isSameSet(now, { steps, source }) ? "same" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

const isSameText = (one: Text, other: Text) => languages.every((language) => one[language] === other[language].trim());

function isSameSet(
  now: GuidelineSet,
  { steps, source }: { readonly steps: readonly WrittenStep[]; readonly source: Text },
): boolean {
  return (
    isSameText(now.source, source) &&
    now.steps.length === steps.length &&
    now.steps.every((step, place) => {
      const other = steps[place];
      return (
        other !== undefined &&
        step.code === other.code &&
        isSameText(step.name, other.name) &&
        step.indicators.join() === other.indicators.join()
      );
    })
  );
}

/** The steps with a code for each: a new one gets the number that follows all that any set ever had. */
export function codedSteps(steps: readonly WrittenStep[], earlier: readonly GuidelineSet[]): readonly GuidelineStep[] {
  let last = Math.max(0, ...earlier.flatMap((set) => set.steps.map(({ code }) => Number(code.slice(1)))));
  return steps.map(({ code, name, indicators }) => ({
    code: code ?? `G${++last}`,
    name: trimmedText(name),
    indicators: [...indicators],
  }));
}

/** May somebody who writes for this side say something of that country? Each country of itself, and IOM of each. `app.may_state` says the same in SQL. */
export function mayState(
  side: ParticipantCode | null,
  country: ParticipantCode,
  members: readonly ParticipantCode[],
): boolean {
  return members.includes(country) && (side === country || side === guidelineViewer);
}

/** A statement as it is judged. */
export interface GuidelineDraft {
  readonly country: ParticipantCode;
  readonly step: string;
  /** On which day it was so. */
  readonly asOf: CalendarDate;
  /** Of a view of IOM: how many days the country has. */
  readonly replyDays: number | null;
}

/**
 * `not_yours`: this side says nothing of that country. `step_unknown`: the set has no such step. `as_of`: no day of the calendar, or one to come.
 * `reply_days`: a view gives the country from 7 to 60 days; of oneself there are none.
 */
export const guidelineFaultKinds = ["not_yours", "step_unknown", "as_of", "reply_days"] as const;
export type GuidelineFault = (typeof guidelineFaultKinds)[number];

/** What is wrong with a statement. `today`: where the country is. */
export function guidelineFaults(
  { country, step, asOf, replyDays: days }: GuidelineDraft,
  {
    side,
    members,
    steps,
    today,
  }: {
    readonly side: ParticipantCode;
    readonly members: readonly ParticipantCode[];
    readonly steps: readonly GuidelineStep[];
    readonly today: CalendarDate;
  },
): readonly GuidelineFault[] {
  const isView = side !== country;
  const areDaysSound = days === null ? !isView : isView && days >= replyDays.least && days <= replyDays.most;
  const faults: (GuidelineFault | null)[] = [
    mayState(side, country, members) ? null : "not_yours",
    steps.some(({ code }) => code === step) ? null : "step_unknown",
    isCalendarDate(asOf) && asOf <= today ? null : "as_of",
    areDaysSound ? null : "reply_days",
  ];
  return faults.filter((fault) => fault !== null);
}

/** The last day on which the country may reply before others read a view that is filed now. */
export const replyUntil = (now: Date, timeZone: string, days: number): CalendarDate =>
  addDays(localDate(now, timeZone), days);

/** Are the days of the country over, so that others read the view? Whoever opens views by the clock asks this; a reply opens one at once. */
export const areReplyDaysOver = (until: CalendarDate, now: Date, timeZone: string): boolean =>
  localDate(now, timeZone) > until;

/**
 * Who reads a statement now, besides its own side. `first`: the country alone. `replied`: it is open since the country answered, on one of its days.
 * `days`: since they were over. `level`: whoever its level says, from the beginning.
 */
export const guidelineOpenings = ["draft", "first", "replied", "days", "level"] as const;
export type GuidelineOpening = (typeof guidelineOpenings)[number];

export function guidelineOpening(
  {
    state,
    isView,
    openedAt,
    replyUntil: until,
  }: {
    readonly state: MatterState;
    readonly isView: boolean;
    readonly openedAt: Date | null;
    readonly replyUntil: CalendarDate | null;
  },
  timeZone: string,
): GuidelineOpening {
  if (!isView) return state === "draft" ? "draft" : "level";
  if (until === null) return "draft";
  if (openedAt === null) return "first";
  return localDate(openedAt, timeZone) <= until ? "replied" : "days";
}

/** What decides which statement stands in the matrix. */
export interface StatementInMatrix {
  readonly id: string;
  readonly author: ParticipantCode;
  readonly country: ParticipantCode;
  readonly step: string;
  readonly state: MatterState;
  readonly filedAt: Date | string | null;
}

/**
 * Of each side, country and step the statement that was filed last and was not withdrawn, in the order given. Of two that were filed in the same
 * instant the one with the greater id, so that every reader sees the same.
 */
export function statementsInForce<T extends StatementInMatrix>(all: readonly T[]): readonly T[] {
  const filedAt = (one: T) => (one.filedAt === null ? 0 : new Date(one.filedAt).getTime());
  const last = new Map<string, T>();
  for (const one of all.filter(({ state }) => state === "filed")) {
    const place = [one.author, one.country, one.step].join(" ");
    const other = last.get(place);
    const isLater =
      other === undefined || filedAt(one) > filedAt(other) || (filedAt(one) === filedAt(other) && one.id > other.id);
    if (isLater) last.set(place, one);
  }
  const inForce = new Set(last.values());
  return all.filter((one) => inForce.has(one));
}
