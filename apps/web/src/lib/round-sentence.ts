import type { RoundStatus } from "@avances/contracts";
import type { z } from "zod";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import type { Formats } from "./format.ts";

type Counts = z.output<typeof RoundStatus>["counts"];

/** The words of each count, the same on the Secretariat's board and on that of the RCGM. */
const texts = defineTexts(
  {
    received: (received: string, expected: string) => `${received} of ${expected} received`,
    overdue: (n: number) => pluralEn(n, { one: "# late", other: "# late" }),
    extended: (n: number) => pluralEn(n, { one: "# extended", other: "# extended" }),
    inPreparation: (n: number) => pluralEn(n, { one: "# in preparation", other: "# in preparation" }),
    notStarted: (n: number) => pluralEn(n, { one: "# not started", other: "# not started" }),
    exempt: (n: number) => pluralEn(n, { one: "# exempt", other: "# exempt" }),
    receivedLate: (n: number) => pluralEn(n, { one: "# after the due date", other: "# after the due date" }),
    returned: (n: number) =>
      pluralEn(n, { one: "# returned for clarification", other: "# returned for clarification" }),
    withdrawn: (n: number) =>
      pluralEn(n, { one: "# taken back by the country", other: "# taken back by the countries" }),
  },
  {
    received: (received, expected) => `${received} de ${expected} recibidos`,
    overdue: (n) => pluralEs(n, { one: "# fuera de plazo", other: "# fuera de plazo" }),
    extended: (n) => pluralEs(n, { one: "# con prórroga", other: "# con prórroga" }),
    inPreparation: (n) => pluralEs(n, { one: "# en preparación", other: "# en preparación" }),
    notStarted: (n) => pluralEs(n, { one: "# sin iniciar", other: "# sin iniciar" }),
    exempt: (n) => pluralEs(n, { one: "# exento", other: "# exentos" }),
    receivedLate: (n) => pluralEs(n, { one: "# después de la fecha límite", other: "# después de la fecha límite" }),
    returned: (n) => pluralEs(n, { one: "# devuelto para aclaración", other: "# devueltos para aclaración" }),
    withdrawn: (n) => pluralEs(n, { one: "# retirado por el país", other: "# retirados por los países" }),
  },
);

const ofReceived = ["receivedLate", "returned", "withdrawn"] as const;
const others = ["overdue", "extended", "inPreparation", "notStarted", "exempt"] as const;

/**
 * "4 of 8 received (1 returned for clarification), 2 late, 1 extended, 1 exempt." The parts outside the parentheses add up to the
 * whole; zero counts are left out to keep the sentence short.
 */
export function roundSentence(language: Language, f: Formats, counts: Counts): string {
  const t = texts[language];
  const told = (parts: readonly (typeof ofReceived | typeof others)[number][]) =>
    parts.filter((part) => counts[part] > 0).map((part) => t[part](counts[part]));
  const details = told(ofReceived);
  const received = t.received(f.number(counts.received), f.number(counts.expected));
  return `${[details.length > 0 ? `${received} (${details.join(", ")})` : received, ...told(others)].join(", ")}.`;
}
