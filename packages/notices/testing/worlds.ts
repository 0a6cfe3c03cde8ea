import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import { languages } from "@avances/domain/catalogue";
import {
  addDays,
  audienceFacts,
  calendarRuleOf,
  confirmedByDefault,
  endsRound,
  eventRules,
  isEventOf,
  isEventStep,
  localTime,
  type NoticeAudience,
  type NoticeStep,
  noDaysOff,
  spokenDate,
  stillDue,
} from "@avances/domain/round";
import { type SubmissionStatus, submissionStatuses } from "@avances/domain/submission";
import type { LedgerOfCountry } from "../src/calendar/ledger.ts";
import { messageFor, type NoticeToWrite } from "../src/calendar/message.ts";
import type { Addressee } from "../src/calendar/recipients.ts";
import { stepsBefore } from "./said/follows.ts";
import type { World } from "./said/setting.ts";

/** Every notice in every state in which it can be written: step, status, country, date, readers and language. */

const config = { mailFrom: "Avances <avances@example.org>", publicUrl: "https://avances.example", demonstration: true };
/** As the secretariat has not set otherwise, and with nothing decided. */
const confirmation = { needed: confirmedByDefault, decided: new Map() };
const submissionId = "0190a3c2-0000-7000-8000-000000000001";
const places = {
  CRI: {
    countryName: { en: "Costa Rica", es: "Costa Rica" },
    capital: { en: "San José", es: "San José" },
    timeZone: "America/Costa_Rica",
  },
  USA: {
    countryName: { en: "United States of America", es: "Estados Unidos de América" },
    capital: { en: "Washington, D.C.", es: "Washington, D. C." },
    timeZone: "America/New_York",
  },
} as const;

/** A round whose data are not from the year before, so that no sentence can compute its year from the round's. */
const roundOf = { roundYear: 2027, referenceYear: 2025, opensOn: "2027-02-01", roundDueOn: "2027-04-30" };

function person(audience: NoticeAudience, country: string, language: "en" | "es", more = ""): Addressee {
  const { role, ofCountry } = audienceFacts[audience];
  return {
    id: `${audience}${more}`,
    email: `${audience}${more}@example.org`.replaceAll("_", "."),
    displayName: `Somebody ${audience.replaceAll("_", "-")}${more}`,
    language,
    salutation: audience === "alternate" ? { en: "Dear Dr. Mora", es: "Estimada Lcda. Mora" }[language] : null,
    countryCode: ofCountry ? country : null,
    role,
    createdAt: new Date("2026-01-01T00:00:00Z"),
    audience,
  };
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = 2 ** items.length;
  return Array.from({ length: count }, (_, bits) => items.filter((_item, place) => (bits >> place) & 1));
}

const ledgers: readonly Pick<LedgerOfCountry, "asks" | "asksUnderWay" | "firstAskAt">[] = [
  { asks: 0, asksUnderWay: 0, firstAskAt: null },
  { asks: 3, asksUnderWay: 0, firstAskAt: new Date("2027-02-02T03:00:00Z") },
  { asks: 2, asksUnderWay: 1, firstAskAt: new Date("2027-02-02T03:00:00Z") },
];

interface Standing extends Pick<ReportingState, "status" | "exempt" | "firstSubmittedAt"> {}

const sentAt = new Date("2027-02-03T15:00:00Z");
const everyStanding: readonly Standing[] = submissionStatuses.flatMap((status) => {
  const isUnsent = status === "not_started" || status === "draft" || status === "exempt";
  // A draft that was sent before is one that was withdrawn.
  const firsts = status === "draft" ? [null, sentAt] : [isUnsent ? null : sentAt];
  return firsts.flatMap((firstSubmittedAt) =>
    [false, true]
      .filter((exempt) => exempt || status !== "exempt")
      .map((exempt): Standing => ({ status, exempt, firstSubmittedAt })),
  );
});

/** States in which a report can be when a message of this step is sent, including withdrawn, and started by an exempt country. */
function standingsOf(step: NoticeStep): readonly Standing[] {
  // The message that the round was cancelled is sent only when there is no such round.
  if (isEventStep(step) && endsRound(step)) {
    const whiles: readonly SubmissionStatus[] = eventRules[step].toldWhile;
    return everyStanding.filter(({ status }) => whiles.includes(status));
  }
  return everyStanding.filter((standing) => {
    const state = { ...roundOf, ...places.CRI, ...standing, obligated: true };
    const dated = {
      ...state,
      submittedAt: state.firstSubmittedAt,
      closedAt: step === "round_closed" ? new Date("2027-05-06T15:00:00Z") : null,
      dueOn: roundOf.roundDueOn,
      returnDueOn: "2027-06-10",
    };
    const writtenAt = new Date("2027-04-01T15:00:00Z");
    const isOpening = calendarRuleOf(step)?.anchor === "opening";
    const anchorDate = isOpening ? roundOf.opensOn : (spokenDate(step, dated) ?? dated.dueOn);
    return stillDue({ step, anchorDate, writtenAt }, dated, writtenAt).due;
  });
}

/** Days, counted from the date a step names, on which it may be written: its own day, and for missed ones the days until its words are untrue. */
function daysOf(step: NoticeStep): readonly number[] {
  const rule = calendarRuleOf(step);
  if (rule === undefined) return step === "resend" ? [-40, -1, 0, 1, 90] : [-3, 0, 2];
  if (rule.anchor === "opening") return [-88, -80, 0];
  return rule.offsetDays > 0
    ? [rule.offsetDays, rule.offsetDays + 3]
    : [rule.offsetDays, Math.min(rule.offsetDays + 2, 0)];
}

export function* worlds(step: NoticeStep): Generator<World> {
  const audience = isEventStep(step) ? eventRules[step].audience : (calendarRuleOf(step)?.audience ?? []);
  for (const country of ["CRI", "USA"] as const)
    for (const { status, exempt, firstSubmittedAt } of standingsOf(step))
      for (const obligated of country === "USA" ? [false, true] : [true])
        for (const extended of status === "returned" ? [false] : [false, true])
          for (const returnDueOn of status === "returned" && step === "resend" ? ["2027-06-10", null] : ["2027-06-10"])
            for (const [turn, days] of daysOf(step).entries())
              for (const here of subsets(audience)) {
                if (!obligated && isVain(step)) continue;
                if (isAboutRound(step) && !isToldOfRound({ obligated, firstSubmittedAt, extended, days })) continue;
                const dueOn = extended ? "2027-05-14" : roundOf.roundDueOn;
                const open: Omit<ReportingState, "closedAt" | "reopenedAt"> = {
                  ...roundOf,
                  ...places[country],
                  country,
                  submissionId,
                  obligated,
                  exempt,
                  status,
                  dueOn,
                  extensionGrantedAt: extended ? new Date("2027-04-20T15:00:00Z") : null,
                  returnDueOn: status === "returned" ? returnDueOn : null,
                  dueToldAt: null,
                  returnToldAt: null,
                  firstSubmittedAt,
                  withdrawn:
                    status === "draft" && firstSubmittedAt !== null
                      ? { version: 2, at: turn === 1 ? null : new Date("2027-02-10T03:30:00Z") }
                      : null,
                  roundOpenedBy: null,
                  roundRevision: 2,
                  reportRevision: 3,
                  progress: { answered: [0, 45, 60, 1, 59][(turn + here.length) % 5] ?? 0, expected: 60 },
                };
                const now = localTime(addDays(spokenDate(step, open) ?? dueOn, days), "09:00", open.timeZone);
                const state: ReportingState = {
                  ...open,
                  closedAt: step === "round_closed" ? now : null,
                  reopenedAt: step === "round_reopened" ? now : null,
                };
                const language = turn % 2 === 0 ? "es" : "en";
                const people = [
                  ...here.map((one) => person(one, country, language)),
                  ...(here.includes("secretariat") ? [person("secretariat", country, "en", "-two")] : []),
                ];
                const item: NoticeToWrite = {
                  state,
                  step,
                  anchorDate: spokenDate(step, state) ?? dueOn,
                  batchId: "00000000-0000-0000-0000-000000000000",
                  scheduledFor: now,
                  going: { timeZone: state.timeZone, daysOff: noDaysOff, confirmation },
                  disposition: "send",
                  audience,
                  people,
                  ledger: {
                    handled: stepsBefore(state, now, step),
                    questionDays: new Map(),
                    events: new Set(),
                    asksWritten: 0,
                    latestAsk: null,
                    lastAskAt: null,
                    noted: null,
                    promisedOn: null,
                    lastAnswer: null,
                    lastCalendarNotice: null,
                    lastActNotice: null,
                    lastByHandAt: null,
                    lastDigestAt: null,
                    ...(ledgers[(turn + here.length) % ledgers.length] as (typeof ledgers)[number]),
                  },
                  contact: turn === 1 ? null : { name: "Paula Rivas", address: "p.rivas@example.org" },
                  event: {
                    at: new Date("2027-04-29T03:30:00Z"),
                    version: 2,
                    ...(step === "questions_unseen" && { indicatorCode: turn === 0 ? "TIP-PRO-01" : null }),
                    ...(isEventStep(step) && isEventOf(step, "signature") && { byName: "Ana Lucía Solano" }),
                    ...(step === "submitted" && {
                      receipt: {
                        number: `${country}-2027-2`,
                        contentHash: "9f".repeat(32),
                        byName: "Ana Lucía Solano",
                        signedByName: turn === 0 ? "Marta Chaves" : null,
                        answerBy: turn === 0 ? null : "2027-06-18",
                      },
                    }),
                  },
                  ...(step === "resend" && {
                    ownText: { en: "Dear colleagues, <we> wait.", es: "Colegas: <esperamos>." },
                  }),
                };
                for (const reader of people)
                  for (const spoken of languages)
                    yield {
                      item: {
                        ...item,
                        people: people.map((one) => (one.id === reader.id ? { ...one, language: spoken } : one)),
                      },
                      reader: { ...reader, language: spoken },
                      now,
                      ...(turn === 2 && {
                        desk: { replyTo: "avances@secretaria.example", telephone: "+506 5550 0100" },
                      }),
                    };
              }
}

/** Steps that never go to a country that reports voluntarily: those about the due date. */
function isVain(step: NoticeStep): boolean {
  const rule = calendarRuleOf(step);
  return rule?.anchor === "due";
}

const isAboutRound = (step: NoticeStep) => step === "round_closed" || step === "round_reopened";

/** Who owes a first report is told of a round that was closed or opened again; after the due date, so a date to come is an extension's. */
function isToldOfRound({
  obligated,
  firstSubmittedAt,
  extended,
  days,
}: Pick<ReportingState, "obligated" | "firstSubmittedAt"> & {
  readonly extended: boolean;
  readonly days: number;
}): boolean {
  return obligated && firstSubmittedAt === null && (extended || days > 0);
}

/** The message that this reader gets. */
export const write = ({ item, reader, now, desk }: World): NewMailRow =>
  messageFor(item, reader, { mailId: submissionId, noticeId: submissionId }, now, { ...config, ...(desk && { desk }) });
