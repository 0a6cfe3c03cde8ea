import type { Language } from "../catalogue/language.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import { type RoundDays, type RoundState, roundState } from "./round-state.ts";
import { type RoundTally, roundTally, type TalliedReport } from "./round-tally.ts";

/** What the sentence about a round is made of. */
export interface RoundFacts extends RoundDays {
  readonly state: RoundState;
  /** The obligated countries. */
  readonly tally: RoundTally;
  /** The countries that may report voluntarily, and how many of them have sent a report. */
  readonly voluntary: { readonly countries: number; readonly received: number };
}

/** `today`: on the calendar of whoever reads it. */
export function roundFacts(
  { opensOn, dueOn, closesOn }: RoundDays,
  reports: readonly TalliedReport[],
  today: CalendarDate,
): RoundFacts {
  const voluntary = reports.filter(({ obligated }) => !obligated);
  return {
    state: roundState({ opensOn, dueOn, closesOn }, today),
    opensOn,
    dueOn,
    closesOn,
    tally: roundTally(reports),
    voluntary: {
      countries: voluntary.length,
      received: voluntary.filter(({ firstSubmittedAt }) => firstSubmittedAt !== null).length,
    },
  };
}

const ofReceived = ["receivedLate", "returned", "withdrawn"] as const;
const others = ["overdue", "extended", "inPreparation", "notStarted", "exempt"] as const;
type Detail = (typeof ofReceived | typeof others)[number];

interface Words {
  readonly due: (date: string) => string;
  readonly willOpen: (opens: string, due: string) => string;
  readonly closed: (date: string) => string;
  readonly asked: (n: number) => string;
  readonly received: (received: number, expected: number) => string;
  readonly allReceived: (n: number) => string;
  readonly nobodyAsked: string;
  readonly allExempt: (n: number) => string;
  readonly part: Readonly<Record<Detail, (n: number) => string>>;
  /** After the round has closed a missing report is no longer late. */
  readonly notReceived: (n: number) => string;
  readonly voluntary: (received: number, countries: number) => string;
}

const one = (n: number, singular: string, plural: string) => (n === 1 ? singular : plural);

const texts: Readonly<Record<Language, Words>> = {
  en: {
    due: (date) => `Due ${date}:`,
    willOpen: (opens, due) => `Opens on ${opens}, due ${due}:`,
    closed: (date) => `Closed on ${date}:`,
    asked: (n) => `${n} ${one(n, "report is", "reports are")} expected`,
    received: (received, expected) => `${received} of ${expected} received`,
    allReceived: (n) => (n === 1 ? "the one report that is owed was received" : `all ${n} reports owed were received`),
    nobodyAsked: "no country is obliged to report",
    allExempt: (n) => (n === 1 ? "the one obligated country is exempt" : `all ${n} obligated countries are exempt`),
    part: {
      overdue: (n) => `${n} late`,
      extended: (n) => `${n} extended`,
      inPreparation: (n) => `${n} in preparation`,
      notStarted: (n) => `${n} not started`,
      exempt: (n) => `${n} exempt`,
      receivedLate: (n) => `${n} after the due date`,
      returned: (n) => `${n} returned for clarification`,
      withdrawn: (n) => `${n} taken back by the ${one(n, "country", "countries")}`,
    },
    notReceived: (n) => `${n} not received`,
    voluntary: (received, countries) =>
      countries === 1
        ? `One country may report voluntarily and has ${received === 1 ? "done so" : "not done so"}.`
        : `Of ${countries} countries that may report voluntarily, ${received === 0 ? "none has" : `${received} ${one(received, "has", "have")}`} done so.`,
  },
  es: {
    due: (date) => `Con fecha límite ${date}:`,
    willOpen: (opens, due) => `Se abre el ${opens}, con fecha límite ${due}:`,
    closed: (date) => `Cerrada el ${date}:`,
    asked: (n) => `se ${one(n, "espera", "esperan")} ${n} ${one(n, "informe", "informes")}`,
    received: (received, expected) => `${received} de ${expected} recibidos`,
    allReceived: (n) =>
      n === 1 ? "se recibió el único informe que se debía" : `se recibieron los ${n} informes que se debían`,
    nobodyAsked: "ningún país está obligado a informar",
    allExempt: (n) => (n === 1 ? "el único país obligado está exento" : `los ${n} países obligados están exentos`),
    part: {
      overdue: (n) => `${n} fuera de plazo`,
      extended: (n) => `${n} con prórroga`,
      inPreparation: (n) => `${n} en preparación`,
      notStarted: (n) => `${n} sin iniciar`,
      exempt: (n) => `${n} ${one(n, "exento", "exentos")}`,
      receivedLate: (n) => `${n} después de la fecha límite`,
      returned: (n) => `${n} ${one(n, "devuelto", "devueltos")} para aclaración`,
      withdrawn: (n) => (n === 1 ? "1 retirado por el país" : `${n} retirados por los países`),
    },
    notReceived: (n) => `${n} no ${one(n, "recibido", "recibidos")}`,
    voluntary: (received, countries) =>
      countries === 1
        ? `Un país puede informar voluntariamente y ${received === 1 ? "lo ha hecho" : "no lo ha hecho"}.`
        : `De ${countries} países que pueden informar voluntariamente, ${received === 0 ? "ninguno lo ha hecho" : one(received, "1 lo ha hecho", `${received} lo han hecho`)}.`,
  },
};

/**
 * "Due 19 November 2026: 4 of 8 received (1 returned for clarification), 2 late, 1 extended, 1 exempt. Of 3 countries that may report
 * voluntarily, 1 has done so." The parts outside the parentheses add up to the whole; zero counts are left out to keep it short. `date`
 * writes a day in words.
 */
export function roundSentence(language: Language, facts: RoundFacts, date: (day: CalendarDate) => string): string {
  const t = texts[language];
  const { state, tally, voluntary } = facts;
  const head =
    state === "planned"
      ? t.willOpen(date(facts.opensOn), date(facts.dueOn))
      : state === "closed"
        ? t.closed(date(facts.closesOn))
        : t.due(date(facts.dueOn));
  const sentence = `${head} ${obligatedWords(t, state, tally)}.`;
  return voluntary.countries === 0 ? sentence : `${sentence} ${t.voluntary(voluntary.received, voluntary.countries)}`;
}

function obligatedWords(t: Words, state: RoundState, tally: RoundTally): string {
  const { expected, received, exempt, notStarted } = tally;
  const told = (parts: readonly Detail[]) =>
    parts
      .filter((part) => tally[part] > 0)
      .map((part) =>
        part === "overdue" && state === "closed" ? t.notReceived(tally[part]) : t.part[part](tally[part]),
      );
  if (expected === 0) return t.nobodyAsked;
  if (exempt === expected) return t.allExempt(expected);
  // Before the opening nobody could start: "not started" would sound like a reproach.
  if (state === "planned" && notStarted + exempt === expected) {
    return [t.asked(notStarted), ...told(["exempt"])].join(", ");
  }
  const details = told(ofReceived);
  const head = received === expected - exempt ? t.allReceived(received) : t.received(received, expected);
  return [details.length > 0 ? `${head} (${details.join(", ")})` : head, ...told(others)].join(", ");
}
