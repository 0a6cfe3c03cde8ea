import type { Language } from "../catalogue/language.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import { closesByItselfOn } from "../round/closing.ts";
import type { TalliedReport } from "./round-tally.ts";

/**
 * Where a country stands in the closing list of a round: what the report to the Conference says of it. `in_time`, `late`: received. `awaited`: its own
 * date has not passed. Countries of the obligated group first; the others may report voluntarily, and are in no denominator. Methodology §8.
 */
export const closingParts = ["in_time", "late", "not_received", "awaited", "exempt", "sent", "not_asked"] as const;
export type ClosingPart = (typeof closingParts)[number];

export type ClosingReport = Omit<TalliedReport, "extended"> & { readonly dueOn: CalendarDate };

/** `sent` and `not_asked` are those who report voluntarily. A country that is exempt stays so, even if it sends a report. */
export function closingPart({ obligated, timeliness, firstSubmittedAt }: ClosingReport): ClosingPart {
  if (!obligated) return firstSubmittedAt === null ? "not_asked" : "sent";
  switch (timeliness.kind) {
    case "on_time":
      return "in_time";
    case "received_late":
      return "late";
    case "overdue":
      return "not_received";
    case "not_due":
    case "due_today":
      return "awaited";
    // Expected at first, and exempt since: what it sends is voluntary.
    case "exempt":
    case "voluntary":
      return "exempt";
  }
}

/**
 * Is a missing report listed as not received for good, by the calendar of the country? Before that it is not received so far; it may be sent at any time. `isClosed`: the
 * secretariat has closed the round for it (`isClosedFor`).
 */
export function isListed(report: ClosingReport, today: CalendarDate, isClosed: boolean): boolean {
  return closingPart(report) === "not_received" && (isClosed || today >= closesByItselfOn(report));
}

/** How many countries stand in each part. */
export function closingCounts(reports: readonly ClosingReport[]): Readonly<Record<ClosingPart, number>> {
  const parts = reports.map(closingPart);
  const count = (part: ClosingPart) => parts.filter((one) => one === part).length;
  return Object.fromEntries(closingParts.map((part) => [part, count(part)])) as Record<ClosingPart, number>;
}

type Counts = Readonly<Record<ClosingPart, number>>;

const said: Readonly<Record<Language, (counts: Counts) => string>> = {
  en: (counts) => {
    const { in_time, late, not_received, awaited, exempt, sent, not_asked } = counts;
    const expected = in_time + late + not_received + awaited + exempt;
    const parts = [
      in_time > 0 && `${in_time} received in time`,
      late > 0 && `${late} received after ${late === 1 ? "its" : "their"} date`,
      not_received > 0 && `${not_received} not received`,
      awaited > 0 && `${awaited} whose date has not passed`,
      exempt > 0 && `${exempt} exempt`,
    ].filter((part) => part !== false);
    const list = new Intl.ListFormat("en-GB", { style: "long" }).format(parts);
    const owed =
      expected === 0
        ? "No country is expected to report in this round."
        : `Of ${expected} ${expected === 1 ? "country" : "countries"} expected to report: ${list}.`;
    const others = sent + not_asked;
    return others === 0
      ? owed
      : `${owed} Of ${others} that may report voluntarily, ${sent === 0 ? "none has" : sent === 1 ? "1 has" : `${sent} have`} reported.`;
  },
  es: (counts) => {
    const { in_time, late, not_received, awaited, exempt, sent, not_asked } = counts;
    const expected = in_time + late + not_received + awaited + exempt;
    const received = (n: number) => (n === 1 ? "recibido" : "recibidos");
    const parts = [
      in_time > 0 && `${in_time} ${received(in_time)} en plazo`,
      late > 0 && `${late} ${received(late)} después de su fecha`,
      not_received > 0 && `${not_received} no ${received(not_received)}`,
      awaited > 0 && `${awaited} cuya fecha no ha pasado`,
      exempt > 0 && `${exempt} ${exempt === 1 ? "exento" : "exentos"}`,
    ].filter((part) => part !== false);
    const list = new Intl.ListFormat("es", { style: "long" }).format(parts);
    const owed =
      expected === 0
        ? "Ningún país debe informar en esta ronda."
        : `De ${expected === 1 ? "1 informe" : `${expected} informes`} que se esperan: ${list}.`;
    const others = sent + not_asked;
    return others === 0
      ? owed
      : `${owed} De ${others} ${others === 1 ? "país que puede" : "países que pueden"} informar voluntariamente, ${sent === 0 ? "ninguno lo ha hecho" : sent === 1 ? "1 lo ha hecho" : `${sent} lo han hecho`}.`;
  },
};

/** The list in one sentence: those who are expected to report, apart from those who may. */
export function closingSentence(counts: Counts, language: Language): string {
  return said[language](counts);
}
