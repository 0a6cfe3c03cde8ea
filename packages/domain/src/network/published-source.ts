import type { Language, Text } from "../catalogue/language.ts";

/** Published reports that the portal knows by a code, in words for readers. */
const reports: Readonly<Record<string, Text>> = {
  "RCM-LON-2013": {
    en: "report of the meeting of the Liaison Officer Network, San José, 18 November 2013",
    es: "informe de la reunión de la Red de Funcionarios de Enlace, San José, 18 de noviembre de 2013",
  },
};

/** Is it a report that was published? On a demonstration, what comes from one is not invented. */
export const isPublishedReport = (source: string): boolean => Object.hasOwn(reports, source);

/** How a source is named to readers: a report that is known by a code in words, any other as it was written. */
export function sourceName(source: string, language: Language): string {
  return (isPublishedReport(source) ? reports[source]?.[language] : undefined) ?? source;
}
