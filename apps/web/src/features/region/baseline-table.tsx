import { marksOfReports } from "@avances/charts/series";
import type { ReactElement } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalFacts, reversalSentence } from "#lib/reversal.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSpeech } from "#lib/speech.ts";
import { type Standing, standingOf } from "#lib/standing.ts";
import { classNames } from "#ui/class-names.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { ValueWord } from "#ui/value-mark.tsx";
import { indexTexts } from "./index.texts.ts";
import styles from "./region.module.css";

/** Each country in the main round compared with its own first round with a score, like with like. One Protocol at a time. */
export function BaselineTable({
  index,
  instrument,
  today,
}: {
  readonly index: PublicIndex;
  readonly instrument: "TIP" | "SOM";
  readonly today: string;
}) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const inColour = useInColour(index.countries.map(({ iso3 }) => iso3));
  const lang = useLanguage();
  const speech = useSpeech(index.countries);
  const cells = useCells();
  const round = index.mainRound;
  if (!round) return null;
  const markOf = marksOfReports(index, today);
  const names = catalogueNames(index, lang);
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <RecordTable
      caption={t.sinceCaption(roundWords[lang].data(round))}
      dense
      heads={[t.country, t.baseline, { label: t.progress, isNumber: true }, { label: t.gap, isNumber: true }]}
    >
      <tbody>
        {countries.map(({ iso3, name }) => {
          const own = index.rows.filter((row) => row.country === iso3);
          const row = own.find(({ roundYear }) => roundYear === round.roundYear);
          const reversal = row ? reversalFacts(own, row, instrument) : null;
          return (
            <Row key={iso3} className={inColour(iso3)}>
              <th scope="row">
                {name[lang]}
                {reversal ? (
                  <p className={classNames("small quiet", styles.reversal)}>
                    {reversalSentence(reversal, speech, names)}
                  </p>
                ) : null}
              </th>
              {row ? (
                cells(standingOf(row, instrument), row.progress[instrument]?.gapClosed ?? null)
              ) : (
                <td colSpan={3}>
                  <ValueWord state={markOf(iso3, round.roundYear)} />
                </td>
              )}
            </Row>
          );
        })}
      </tbody>
    </RecordTable>
  );
}

/** The cells after the country's, each a child of the row itself. */
function useCells(): (standing: Standing, gap: number | null) => readonly ReactElement[] {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const words = roundWords[useLanguage()];
  return (standing, gap) => {
    switch (standing.kind) {
      case "compared":
        return [
          <td key="baseline" className={styles.baseline}>
            {words.data(standing.baseline)}
          </td>,
          <NumberCell key="change" className={styles.change}>
            {f.change(standing.change)}
          </NumberCell>,
          <NumberCell key="gap">{gap === null ? t.noGap : f.percent(gap / 100)}</NumberCell>,
        ];
      case "not_comparable":
        return [
          <td key="baseline" className={styles.baseline}>
            {words.data(standing.baseline)}
          </td>,
          <td key="none" colSpan={2} className="quiet">
            {t.notComparable}
          </td>,
        ];
      case "first":
        return [
          <td key="none" colSpan={3} className="quiet">
            {t.noBaseline}
          </td>,
        ];
      case "insufficient":
        return [
          <td key="none" colSpan={3}>
            <ValueWord state="insufficient" />
          </td>,
        ];
      default:
        return standing satisfies never;
    }
  };
}
