import { defineTexts } from "#i18n/i18n.ts";
import { type Speech, yearWords } from "#lib/speech.ts";
import type { Milestone } from "./timeline-facts.ts";

const texts = defineTexts(
  {
    treaty: (treaty: string, consent: string) => `${treaty}: ${consent}`,
    date: (indicator: string, years: string) => `${indicator}, as reported in ${years}`,
    law: (indicator: string, from: string, to: string, top: string, before: string, now: string) =>
      `${indicator}: level ${from} in ${before}, level ${to} of ${top} in ${now}`,
    dataFor: (year: string) => `data for ${year}`,
    consent: {
      accession: "accession",
      ratification: "ratification",
      acceptance: "acceptance",
      signature: "signature",
    } as Readonly<Record<string, string>>,
  },
  {
    treaty: (treaty, consent) => `${treaty}: ${consent}`,
    date: (indicator, years) => `${indicator}, según los ${years}`,
    law: (indicator, from, to, top, before, now) =>
      `${indicator}: nivel ${from} en ${before}, nivel ${to} de ${top} en ${now}`,
    dataFor: (year) => `datos de ${year}`,
    consent: {
      accession: "adhesión",
      ratification: "ratificación",
      acceptance: "aceptación",
      signature: "firma",
    } as Readonly<Record<string, string>>,
  },
);

/** When: the day, or for a step of a law the year of the data in which it is first seen. */
export function milestoneDay(milestone: Milestone, { language, f }: Speech): string {
  return milestone.kind === "law" ? texts[language].dataFor(String(milestone.now.referenceYear)) : f.date(milestone.on);
}

/** `inFull`: with every report that gave a day; otherwise the newest of them. "Trafficking Protocol: ratification", "End date of the current national plan, as reported in data for 2023 and 2024 (rounds 2024 and 2025)". */
export function milestoneWords(milestone: Milestone, { language, f }: Speech, inFull: boolean): string {
  const t = texts[language];
  const { year, list } = yearWords[language];
  switch (milestone.kind) {
    case "treaty": {
      const { name, consentType } = milestone.treaty;
      return t.treaty(name[language], t.consent[consentType] ?? consentType);
    }
    case "date":
      return t.date(
        milestone.indicator.name[language],
        list(inFull ? milestone.rounds : milestone.rounds.slice(-1), f),
      );
    case "law": {
      const { indicator, from, to, before, now } = milestone;
      const top = Math.max(...indicator.levels.map(({ level }) => level), from, to);
      return t.law(indicator.name[language], f.number(from), f.number(to), f.number(top), year(before), year(now));
    }
    default:
      return milestone satisfies never;
  }
}
