import { defineTexts } from "#i18n/i18n.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { type Speech, yearWords } from "#lib/speech.ts";

/** Reports of which another version than the first is public: that one was returned or withdrawn before, so nothing that was public has changed. */
export interface VersionFacts {
  readonly reports: readonly { readonly country: string; readonly referenceYear: number }[];
}

/** Null when all published reports are first versions. */
export function versionFacts({ rows }: PublicIndicator): VersionFacts | null {
  const reports = rows.flatMap(({ country, referenceYear, version }) =>
    version === undefined ? [] : [{ country, referenceYear }],
  );
  return reports.length === 0 ? null : { reports };
}

/** Nobody reads a longer list. */
const mostNamed = 12;

const texts = defineTexts(
  {
    one: (report: string) => `Not the first version that was submitted: the report of ${report}.`,
    several: (reports: string) => `Not the first version that was submitted: the reports of ${reports}.`,
    many: (n: string) => `Not the first version that was submitted: ${n} reports.`,
    returned: "Earlier versions were returned or withdrawn before publication; no public figure was corrected.",
  },
  {
    one: (report) => `No es la primera versión que se presentó: el informe de ${report}.`,
    several: (reports) => `No es la primera versión que se presentó: los informes de ${reports}.`,
    many: (n) => `No es la primera versión que se presentó: ${n} informes.`,
    returned:
      "Las anteriores se devolvieron o se retiraron antes de la publicación; no se corrigió ninguna cifra pública.",
  },
);

/** "Not the first version that was submitted: the reports of Guatemala (data for 2023) and Honduras (data for 2021). Earlier versions …" */
export function versionSentence({ reports }: VersionFacts, { language, f, name }: Speech): string {
  const t = texts[language];
  const years = yearWords[language];
  const named = reports
    .map(({ country, referenceYear }) => ({ name: name(country), referenceYear }))
    .sort((a, b) => f.compare(a.name, b.name) || a.referenceYear - b.referenceYear)
    .map((one) => `${one.name} (${years.span({ from: one.referenceYear, to: one.referenceYear })})`);
  if (named.length > mostNamed) return `${t.many(f.number(named.length))} ${t.returned}`;
  return `${(named.length === 1 ? t.one : t.several)(f.list(named))} ${t.returned}`;
}
