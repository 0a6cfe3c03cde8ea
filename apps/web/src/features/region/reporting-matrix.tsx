import { reportTally } from "@avances/domain/submission";
import { Link } from "@tanstack/react-router";
import { Matrix } from "#charts/matrix.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicMatrix } from "#lib/published-queries.ts";
import { StatusShape } from "#ui/status-badge.tsx";
import styles from "./region.module.css";
import { regionTexts } from "./region.texts.ts";

const shapes = { published: "published", not_published: "not_started", exempt: "exempt", not_asked: null } as const;

/** Who reported when: a mark for each country and year, told apart by shape and word. Nothing where nothing was owed. */
export function ReportingMatrix({ matrix }: { readonly matrix: PublicMatrix }) {
  const t = useTexts(regionTexts);
  const f = useFormat();
  const lang = useLanguage();
  const rows = [...matrix.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const cellOf = (country: string, year: string) =>
    matrix.cells.find((cell) => cell.country === country && String(cell.roundYear) === year);
  const words = (country: string, year: string) => {
    const cell = cellOf(country, year);
    if (!cell || cell.state === "not_asked") return t.none;
    return cell.state === "published" ? t.published(f.percent((cell.coverage ?? 0) / 100, 0)) : t[cell.state];
  };
  return (
    <>
      <Matrix
        caption={t.reportingCaption}
        captionHidden
        corner={t.country}
        columns={matrix.rounds.map(({ roundYear }) => ({ key: String(roundYear), label: roundYear }))}
        rows={rows.map(({ iso3, name }) => ({
          key: iso3,
          label: (
            <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
              {name[lang]}
            </Link>
          ),
        }))}
        cell={(country, year) => {
          const cell = cellOf(country, year);
          const shape = cell && shapes[cell.state];
          return (
            <span className={styles.mark} title={words(country, year)}>
              {shape ? <StatusShape status={shape} /> : null}
              <span className="sr-only">{words(country, year)}</span>
            </span>
          );
        }}
        summary={{
          label: t.rounds,
          of: (country) => {
            const tally = reportTally(matrix.cells.filter((cell) => cell.country === country));
            return t.ofRounds(tally.published, tally.of);
          },
        }}
      />
      <ul className={styles.legend} aria-hidden="true">
        {(["published", "not_published", "exempt"] as const).map((state) => (
          <li key={state}>
            <StatusShape status={shapes[state]} /> {t.legend[state]}
          </li>
        ))}
      </ul>
    </>
  );
}
