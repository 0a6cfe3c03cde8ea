import { type CalendarStep, type NoticeRule, noticeCalendar, noticeSteps } from "./notice-calendar.ts";

/** What a person of the secretariat said of a step that was proposed. */
export const stepDecisions = ["confirmed", "declined"] as const;
export type StepDecision = (typeof stepDecisions)[number];

/** Which steps of the calendar do not leave by themselves, and what was decided about those of one country. */
export interface Confirmation {
  /** These are proposed when they are due, and leave once a person has confirmed them. */
  readonly needed: ReadonlySet<CalendarStep>;
  /** By `noticeKey`. */
  readonly decided: ReadonlyMap<string, StepDecision>;
}

/** Steps that need a second person unless the secretariat has set otherwise: those by which the Presidency learns of a country. Methodology §8. */
export const confirmedByDefault: ReadonlySet<CalendarStep> = new Set(
  noticeCalendar.filter(({ audience }: NoticeRule) => audience.includes("presidency")).map(({ step }) => step),
);

/** What the secretariat set last about a step. */
export interface StepSetting {
  readonly step: CalendarStep;
  readonly needsConfirmation: boolean;
}

/** The steps that need a person, with what was set for some of them. */
export function confirmedSteps(settings: readonly StepSetting[]): ReadonlySet<CalendarStep> {
  const set = new Map(settings.map(({ step, needsConfirmation }) => [step, needsConfirmation]));
  return new Set(noticeSteps.filter((step) => set.get(step) ?? confirmedByDefault.has(step)));
}
