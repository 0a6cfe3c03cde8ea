import type { Language } from "../catalogue/language.ts";
import type { CountryCode } from "../reference/country.ts";
import { type GroupChange, membersOn } from "../reference/group-members.ts";
import { type CalendarDate, daysBetween, isCalendarDate } from "./calendar-date.ts";
import { audienceFacts, type NoticeAudience, noticeAudiences } from "./notice-audience.ts";
import { type CalendarStep, noticeCalendar } from "./notice-calendar.ts";
import { areRoundDates } from "./round-correction.ts";
import type { DaysOff } from "./sending-window.ts";
import { isWorkingDay } from "./working-days.ts";

/** What the secretariat has decided so far about a round that it prepares. Dates as typed: any text. */
export interface PreparedRound {
  readonly year: number;
  /** The round that it was copied from; null = none. */
  readonly copiedFrom: number | null;
  /** The version of the catalogue whose changes the secretariat has looked at; null = not yet. */
  readonly catalogueSeen: string | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly obligatedGroup: string;
  readonly obligatedCountries: readonly CountryCode[];
  readonly signatureRequired: boolean;
  /** Gaps that the secretariat knows of and opens with (`gapKey`). */
  readonly knownGaps: readonly string[];
  /** It has looked at the messages of the plan that has these dates and countries (`planKey`); null = not yet. */
  readonly mailsSeen: string | null;
}

/** What the portal knows that decides whether the round can be opened. */
export interface OpeningFacts {
  /** The latest day that any capital has now. */
  readonly today: CalendarDate;
  readonly takenYears: readonly number[];
  /** Opening days of a cancelled round of this year on which countries were invited. */
  readonly announcedOn: readonly CalendarDate[];
  readonly countries: readonly {
    readonly country: CountryCode;
    readonly daysOff: DaysOff;
    readonly holders: readonly NoticeAudience[];
  }[];
  /** Audiences that belong to no country and have somebody. */
  readonly regionalHolders: readonly NoticeAudience[];
  readonly groups: readonly { readonly code: string; readonly members: readonly CountryCode[] }[];
  readonly groupChanges: readonly GroupChange[];
  readonly catalogue: {
    readonly version: string;
    /** Texts that are missing, by language; empty = complete. */
    readonly untranslated: readonly { readonly language: Language; readonly count: number }[];
  };
}

/** The steps of the preparation, in their order. */
export const openingSteps = ["copy", "indicators", "dates", "contacts", "mails", "open"] as const;
export type OpeningStep = (typeof openingSteps)[number];

/** Why a round cannot be opened: each stands at one field of one step. */
export type OpeningReason =
  | { readonly why: "year-wrong" | "year-taken" }
  | { readonly why: "catalogue-unseen" }
  | { readonly why: "catalogue-untranslated"; readonly language: Language; readonly count: number }
  | { readonly why: "opening-missing" | "opening-past" | "opening-announced" | "opening-other-year" }
  | { readonly why: "due-missing" | "due-before-opening" | "due-past" | "due-too-far" }
  | { readonly why: "group-unknown" | "group-empty" | "no-country" }
  | { readonly why: "no-contact"; readonly countries: readonly CountryCode[] }
  | { readonly why: "no-signer"; readonly countries: readonly CountryCode[] }
  /** Nobody holds a role that coming steps of the calendar are also for. It can be opened all the same once the secretariat says that it knows. */
  | {
      readonly why: "no-holder";
      readonly audience: NoticeAudience;
      readonly steps: readonly CalendarStep[];
      readonly countries: readonly CountryCode[];
    }
  | { readonly why: "mails-unseen" };
export type OpeningWhy = OpeningReason["why"];

/** Where each reason stands. */
export const stepOfReason = {
  "year-wrong": "copy",
  "year-taken": "copy",
  "catalogue-unseen": "indicators",
  "catalogue-untranslated": "indicators",
  "opening-missing": "dates",
  "opening-past": "dates",
  "opening-announced": "dates",
  "opening-other-year": "dates",
  "due-missing": "dates",
  "due-before-opening": "dates",
  "due-past": "dates",
  "due-too-far": "dates",
  "group-unknown": "dates",
  "group-empty": "dates",
  "no-country": "dates",
  "no-contact": "contacts",
  "no-signer": "contacts",
  "no-holder": "contacts",
  "mails-unseen": "mails",
} as const satisfies Readonly<Record<OpeningWhy, OpeningStep>>;

/** Names a gap: an audience without a holder in a country, or in the region. */
export function gapKey(audience: NoticeAudience, country: CountryCode | null): string {
  return `${audience}:${country ?? ""}`;
}

/** Names what the messages of a plan depend on: whoever looked at them has seen these. */
export function planKey({
  opensOn,
  dueOn,
  obligatedCountries,
  signatureRequired,
}: Pick<PreparedRound, "opensOn" | "dueOn" | "obligatedCountries" | "signatureRequired">): string {
  return [opensOn, dueOn, signatureRequired ? "signed" : "", ...[...obligatedCountries].sort()].join(" ");
}

/** At most so many days lie between opening and due date (`areRoundDates`). */
const mostDays = 366;

/** Every reason why this round cannot be opened now, in the order of the steps; empty = it can. */
export function openingReasons(plan: PreparedRound, facts: OpeningFacts): readonly OpeningReason[] {
  return [
    ...yearReasons(plan, facts),
    ...catalogueReasons(plan, facts),
    ...dateReasons(plan, facts),
    ...groupReasons(plan, facts),
    ...contactReasons(plan, facts),
    ...(plan.mailsSeen === planKey(plan) ? [] : [{ why: "mails-unseen" as const }]),
  ];
}

function yearReasons({ year }: PreparedRound, { takenYears }: OpeningFacts): readonly OpeningReason[] {
  if (!isYear(year)) return [{ why: "year-wrong" }];
  return takenYears.includes(year) ? [{ why: "year-taken" }] : [];
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 2000 && year <= 2100;
}

function catalogueReasons({ catalogueSeen }: PreparedRound, { catalogue }: OpeningFacts): readonly OpeningReason[] {
  return [
    ...catalogue.untranslated.map((gap) => ({ why: "catalogue-untranslated" as const, ...gap })),
    ...(catalogueSeen === catalogue.version ? [] : [{ why: "catalogue-unseen" as const }]),
  ];
}

function dateReasons({ year, opensOn, dueOn }: PreparedRound, facts: OpeningFacts): readonly OpeningReason[] {
  const isOpening = isCalendarDate(opensOn);
  const isDue = isCalendarDate(dueOn);
  const reasons: OpeningReason[] = [];
  if (!isOpening) reasons.push({ why: "opening-missing" });
  else {
    if (opensOn < facts.today) reasons.push({ why: "opening-past" });
    if (facts.announcedOn.includes(opensOn)) reasons.push({ why: "opening-announced" });
    // A year that is none has its own reason.
    if (isYear(year) && !areRoundDates(year, { opensOn, dueOn: opensOn })) reasons.push({ why: "opening-other-year" });
  }
  if (!isDue) reasons.push({ why: "due-missing" });
  else {
    if (isOpening && dueOn < opensOn) reasons.push({ why: "due-before-opening" });
    if (dueOn <= facts.today) reasons.push({ why: "due-past" });
    if (isOpening && daysBetween(opensOn, dueOn) > mostDays) reasons.push({ why: "due-too-far" });
  }
  return reasons;
}

function groupReasons(plan: PreparedRound, { groups, groupChanges, today }: OpeningFacts): readonly OpeningReason[] {
  const group = groups.find(({ code }) => code === plan.obligatedGroup);
  const day = isCalendarDate(plan.opensOn) ? plan.opensOn : today;
  return [
    ...(group === undefined ? [{ why: "group-unknown" as const }] : []),
    ...(group !== undefined && membersOn(group, groupChanges, day).length === 0
      ? [{ why: "group-empty" as const }]
      : []),
    ...(plan.obligatedCountries.length === 0 ? [{ why: "no-country" as const }] : []),
  ];
}

const reporting = noticeAudiences.filter((audience) => audienceFacts[audience].reports);

function contactReasons(plan: PreparedRound, facts: OpeningFacts): readonly OpeningReason[] {
  const asked = facts.countries.filter(({ country }) => plan.obligatedCountries.includes(country));
  const holds = (audience: NoticeAudience) => (one: { readonly holders: readonly NoticeAudience[] }) =>
    one.holders.includes(audience);
  const unreached = asked.filter((one) => !reporting.some((audience) => holds(audience)(one)));
  const unsigned = plan.signatureRequired ? asked.filter((one) => !holds("approver")(one)) : [];
  const codes = (some: typeof asked) => some.map(({ country }) => country);
  return [
    ...(unreached.length > 0 ? [{ why: "no-contact" as const, countries: codes(unreached) }] : []),
    ...(unsigned.length > 0 ? [{ why: "no-signer" as const, countries: codes(unsigned) }] : []),
    ...gapsOf(plan, facts).flatMap(({ audience, steps, countries, isRegional }) => {
      const unknown = isRegional
        ? !plan.knownGaps.includes(gapKey(audience, null))
        : countries.some((country) => !plan.knownGaps.includes(gapKey(audience, country)));
      return unknown ? [{ why: "no-holder" as const, audience, steps, countries }] : [];
    }),
  ];
}

/** A role that coming steps of the calendar are also for and that nobody holds; in a country without any contact only the contact is missing. */
export interface RoleGap {
  readonly audience: NoticeAudience;
  readonly steps: readonly CalendarStep[];
  /** Of the obligated countries those without it; empty for a role of the region. */
  readonly countries: readonly CountryCode[];
  readonly isRegional: boolean;
}

/** All such roles of a plan, whether or not the secretariat has said that it knows. */
export function gapsOf(
  { obligatedCountries }: Pick<PreparedRound, "obligatedCountries">,
  facts: Pick<OpeningFacts, "countries" | "regionalHolders">,
): readonly RoleGap[] {
  const asked = facts.countries.filter(({ country }) => obligatedCountries.includes(country));
  const reached = asked.filter(({ holders }) => holders.some((audience) => reporting.includes(audience)));
  return noticeAudiences.flatMap((audience): RoleGap[] => {
    // The secretariat is who opens the round.
    if (audience === "secretariat") return [];
    const steps = noticeCalendar
      .filter((rule) => rule.anchor !== "return_due" && forAudience(rule, audience))
      .map(({ step }) => step);
    if (steps.length === 0) return [];
    if (!audienceFacts[audience].ofCountry)
      return facts.regionalHolders.includes(audience) ? [] : [{ audience, steps, countries: [], isRegional: true }];
    const among = audienceFacts[audience].reports ? reached : asked;
    const countries = among.filter(({ holders }) => !holders.includes(audience)).map(({ country }) => country);
    return countries.length === 0 ? [] : [{ audience, steps, countries, isRegional: false }];
  });
}

function forAudience({ audience }: { readonly audience: readonly NoticeAudience[] }, one: NoticeAudience): boolean {
  return audience.includes(one);
}

/** Where among these countries a day is no working day: on a weekend in all of them. */
export function notWorkedIn(
  day: CalendarDate,
  countries: readonly { readonly country: CountryCode; readonly daysOff: DaysOff }[],
): readonly CountryCode[] {
  return countries.filter(({ daysOff }) => !isWorkingDay(day, daysOff)).map(({ country }) => country);
}
