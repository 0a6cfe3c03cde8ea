import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import { type Role, scopeOf } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import {
  addDays,
  audienceFacts,
  calendarRuleOf,
  dateRelation,
  endsRound,
  eventRules,
  eventSteps,
  isAsk,
  isEventOf,
  isEventStep,
  localTime,
  type NoticeAudience,
  type NoticeStep,
  noticeSteps,
  spokenDate,
  stillDue,
} from "@avances/domain/round";
import { type SubmissionStatus, submissionStatuses } from "@avances/domain/submission";
import { describe, expect, test } from "vitest";
import { countryWords, dateWords, dayWords, sayingsOf, type World } from "../../testing/said.ts";
import type { LedgerOfCountry } from "../calendar/ledger.ts";
import { messageFor, type NoticeToWrite } from "../calendar/message.ts";
import type { Addressee } from "../calendar/recipients.ts";
import { portalPages } from "./portal-pages.ts";

/*
 * Every notice, read back word by word. `testing/said.ts` is the closed list of what a notice may say. A sentence that is not in it
 * fails here, and each sentence in it is checked against the facts of the moment: who gets the message, what day it is, what can be done.
 */

const config = { mailFrom: "Avances <avances@example.org>", publicUrl: "https://avances.example", demonstration: true };
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

function* worlds(step: NoticeStep): Generator<World> {
  const audience = isEventStep(step) ? eventRules[step].audience : (calendarRuleOf(step)?.audience ?? []);
  for (const country of ["CRI", "USA"] as const)
    for (const { status, exempt, firstSubmittedAt } of standingsOf(step))
      for (const obligated of country === "USA" ? [false, true] : [true])
        for (const extended of status === "returned" ? [false] : [false, true])
          for (const returnDueOn of status === "returned" && step === "resend" ? ["2027-06-10", null] : ["2027-06-10"])
            for (const [turn, days] of daysOf(step).entries())
              for (const here of subsets(audience)) {
                if (!obligated && isVain(step)) continue;
                const dueOn = extended ? "2027-05-14" : roundOf.roundDueOn;
                const state: ReportingState = {
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
                  progress: { answered: [0, 45, 60, 1, 59][(turn + here.length) % 5] ?? 0, expected: 60 },
                };
                const now = localTime(addDays(spokenDate(step, state) ?? dueOn, days), "09:00", state.timeZone);
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
                  disposition: "send",
                  audience,
                  people,
                  ledger: {
                    handled: new Set(),
                    questionDays: new Map(),
                    events: new Set(),
                    asksWritten: 0,
                    latestAsk: null,
                    lastAskAt: null,
                    noted: null,
                    promisedOn: null,
                    lastCalendarNotice: null,
                    lastActNotice: null,
                    ...(ledgers[(turn + here.length) % ledgers.length] as (typeof ledgers)[number]),
                  },
                  contact: turn === 1 ? null : { name: "Paula Rivas", address: "p.rivas@example.org" },
                  event: {
                    at: new Date("2027-04-29T03:30:00Z"),
                    version: 2,
                    ...(isEventStep(step) && isEventOf(step, "signature") && { byName: "Ana Lucía Solano" }),
                    ...(step === "submitted" && {
                      receipt: {
                        number: `${country}-2027-2`,
                        contentHash: "9f".repeat(32),
                        byName: "Ana Lucía Solano",
                        signedByName: turn === 0 ? "Marta Chaves" : null,
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
                    };
              }
}

/** Steps that never go to a country that reports voluntarily: those about the due date. */
function isVain(step: NoticeStep): boolean {
  const rule = calendarRuleOf(step);
  return rule?.anchor === "due";
}

const write = ({ item, reader, now }: World) =>
  messageFor(item, reader, { mailId: submissionId, noticeId: submissionId }, now, config);

/** Removes the known sentences one by one. Throws when a sentence is not in the list, or is not true. */
function readLetter(world: World, body: string): { readonly links: readonly string[] } {
  const sayings = [...sayingsOf(world)].sort((one, other) => other.text.length - one.text.length);
  const links: string[] = [];
  const said = new Set<string>();
  let rest = body.trim();
  while (rest !== "") {
    const link = /^[^\n.]{1,90}:\n(https:\/\/\S+)/.exec(rest);
    const saying = sayings.find(({ text }) => rest.startsWith(text));
    if (saying !== undefined) {
      if (!saying.holds) throw new Error(`This is not so: ${saying.text}`);
      said.add(saying.text);
      rest = rest.slice(saying.text.length).trimStart();
    } else if (link?.[1] !== undefined) {
      links.push(link[1]);
      rest = rest.slice(link[0].length).trimStart();
    } else throw new Error(`This may not be said, or is not so: ${rest.split("\n")[0]}`);
  }
  const unsaid = sayings.find(({ text, required }) => required && text !== "–" && !said.has(text));
  if (unsaid !== undefined) throw new Error(`This is so and is not said: ${unsaid.text}`);
  return { links };
}

const pages = Object.entries(portalPages).map(([page, path]) => ({
  page,
  pattern: new RegExp(
    `^https://avances\\.example/(${languages.join("|")})${path.replaceAll(/\$\w+/g, "[\\w-]+")}(\\?[a-z]+=\\w+)?$`,
  ),
}));
const openTo: Readonly<Record<string, (role: Role) => boolean>> = {
  report: (role) => scopeOf(role, "submission.read") !== null,
  check: (role) => scopeOf(role, "submission.submit") !== null || scopeOf(role, "submission.sign") !== null,
  receipt: (role) => scopeOf(role, "submission.read") !== null,
  publication: (role) => scopeOf(role, "publication.preview") !== null,
  home: (role) => scopeOf(role, "session.own") !== null,
  round: (role) => scopeOf(role, "status-board.read") !== null,
  country: () => true,
};

describe.each([...noticeSteps, ...eventSteps])("the letter %s", (step) => {
  test("says nothing untrue, to anybody, on any day, in any language", () => {
    let count = 0;
    for (const world of worlds(step)) {
      const mail = write(world);
      const { links } = readLetter(world, mail.bodyText.replace(/^DEMO[^\n]*\n\n/, ""));
      const [link] = links;
      expect(links).toHaveLength(1);
      const page = pages.find(({ pattern }) => pattern.test(link ?? ""));
      expect([link, openTo[page?.page ?? ""]?.(world.reader.role)]).toEqual([link, true]);
      expect(link).toContain(`/${world.reader.language}/`);
      expect(mail.replyTo).toBe(world.item.contact?.address ?? null);
      checkSubject(world, mail.subject);
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
  });
});

/** A subject names round, data year and country, and no date or number of days that is not true. */
function checkSubject({ item, reader, now }: World, subject: string): void {
  const { language } = reader;
  const { state } = item;
  const heading = { en: "2027 round, data for 2025: ", es: "Ronda 2027, datos de 2025: " }[language];
  expect(subject).toContain(heading);
  const said = subject.slice(subject.indexOf(heading) + heading.length);
  expect(said).toContain(countryWords(state, language).replace(/^(the|la|los) /, ""));
  expect([...subject].length).toBeLessThanOrEqual(200);
  const spoken = spokenDate(item.step, state);
  const relation = spoken === null ? null : dateRelation(spoken, now, state.timeZone);
  const ahead = /left|faltan?|due on|con fecha límite/.test(said);
  const today = /today|hoy/.test(said);
  const past = /not yet received|aún no recibid|expected by|esperado para|listed as|consignado/.test(said);
  if (ahead) expect(["ahead", "today"]).toContain(relation);
  if (today) expect(relation).toBe("today");
  if (past) expect(relation).toBe("past");
  // A report that was received is not awaited by a date that has passed.
  if (past && state.status !== "returned") expect(state.firstSubmittedAt).toBeNull();
  if (/taken back|informe retirado/.test(said)) expect(state.withdrawn).not.toBeNull();
  for (const [day] of said.matchAll(/\d{1,2} (?:de )?[a-z]+ (?:de )?\d{4}/gi))
    expect(day).toBe(dateWords(spoken ?? "", language));
  const counted = /(\d+) (days?|días?)/.exec(said);
  if (counted !== null && spoken !== null) {
    const days = Math.abs(Math.round((Date.parse(spoken) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000));
    expect(counted[0]).toBe(dayWords(days, language));
  }
}

test("no two messages of a round have the same subject to the same reader, each on its own day", () => {
  for (const language of languages) {
    const subjects = [...noticeSteps, ...eventSteps].map((step) => {
      const days = calendarRuleOf(step)?.anchor === "opening" ? -88 : (calendarRuleOf(step)?.offsetDays ?? -3);
      const now = (world: World) => localTime(addDays(world.item.anchorDate, days), "09:00", world.item.state.timeZone);
      const [world] = [...worlds(step)].filter(
        ({ reader }) => reader.audience === "focal_point" && reader.language === language,
      );
      return world === undefined ? step : write({ ...world, now: now(world) }).subject;
    });
    expect(new Set(subjects).size).toBe(subjects.length);
  }
});

test("of four reminders no two share their text", () => {
  const bodies = ["before_30", "before_14", "before_7", "before_1"].map((step) => {
    const [world] = worlds(step as NoticeStep);
    return world === undefined ? step : write(world).bodyText.replaceAll(/\d+/g, "");
  });
  expect(new Set(bodies).size).toBe(4);
});

test("every step that asks has a reader who is asked", () => {
  for (const step of [...noticeSteps, ...eventSteps].filter(isAsk)) {
    expect([...worlds(step)].some(({ reader }) => audienceFacts[reader.audience].reports)).toBe(true);
  }
});
