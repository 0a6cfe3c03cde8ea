import { marksAmong, marksOfReports, unpublishedOf } from "@avances/charts/series";
import { Link } from "@tanstack/react-router";
import { Matrix } from "#charts/matrix.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicMatrix } from "#lib/published-queries.ts";
import { RoundName } from "#ui/round-header.tsx";
import { StatusShape } from "#ui/status-badge.tsx";
import { ValueState, ValueStateLegend } from "#ui/value-state.tsx";
import styles from "./region.module.css";
import { belowTexts } from "./region-below.texts.ts";
import { tallyWords } from "./region-sentences.ts";
import { tallyFacts } from "./reporting-facts.ts";

/** Who reported when: a mark for each country and round; marks differ by shape and word. No cell is blank. */
export function ReportingMatrix({ matrix, today }: { readonly matrix: PublicMatrix; readonly today: string }) {
  const t = useTexts(belowTexts);
  const f = useFormat();
  const lang = useLanguage();
  const rows = [...matrix.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const cells = new Map(matrix.cells.map((cell) => [`${cell.country} ${cell.roundYear}`, cell]));
  const unpublished = unpublishedOf(matrix.cells);
  const markOf = marksOfReports({ rounds: matrix.rounds, unpublished }, today);
  return (
    <>
      <Matrix
        caption={t.reportingCaption}
        captionHidden
        corner={t.country}
        columns={matrix.rounds.map((round) => ({ key: String(round.roundYear), label: <RoundName round={round} /> }))}
        rows={rows.map(({ iso3, name }) => ({
          key: iso3,
          label: (
            <Link to="/$lang/countries/$iso3" params={{ lang, iso3 }}>
              {name[lang]}
            </Link>
          ),
        }))}
        cell={(country, roundYear) => {
          const cell = cells.get(`${country} ${roundYear}`);
          if (cell?.state !== "published") return <ValueState state={markOf(country, Number(roundYear))} />;
          const words = t.published(f.percent((cell.coverage ?? 0) / 100));
          return (
            <span className={styles.mark} title={words}>
              <StatusShape status="published" />
              <span className="sr-only">{words}</span>
            </span>
          );
        }}
        summary={{
          label: t.rounds,
          of: (country) => tallyWords(tallyFacts(matrix.cells.filter((cell) => cell.country === country)), lang),
        }}
      />
      <div className={styles.legend}>
        <ValueStateLegend
          states={marksAmong(unpublished.map(({ country, roundYear }) => markOf(country, roundYear)))}
          before={
            matrix.cells.length > unpublished.length ? (
              <li>
                <StatusShape status="published" /> {t.publishedShort}
              </li>
            ) : undefined
          }
        />
      </div>
    </>
  );
}
