import { marksOfReports } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalFacts, reversalSentence } from "#lib/reversal.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSpeech } from "#lib/speech.ts";
import { type Standing, standingOf } from "#lib/standing.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
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
  const round = index.mainRound;
  if (!round) return null;
  const markOf = marksOfReports(index, today);
  const names = catalogueNames(index, lang);
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <DataTable caption={t.sinceCaption(roundWords[lang].data(round))} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          <th scope="col">{t.baseline}</th>
          <NumberHeader>{t.progress}</NumberHeader>
          <NumberHeader>{t.gap}</NumberHeader>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name }) => {
          const own = index.rows.filter((row) => row.country === iso3);
          const row = own.find(({ roundYear }) => roundYear === round.roundYear);
          const reversal = row ? reversalFacts(own, row, instrument) : null;
          return (
            <tr key={iso3} className={inColour(iso3)}>
              <th scope="row">
                {name[lang]}
                {reversal ? <p className="small quiet">{reversalSentence(reversal, speech, names)}</p> : null}
              </th>
              {row ? (
                <Cells standing={standingOf(row, instrument)} gap={row.progress[instrument]?.gapClosed ?? null} />
              ) : (
                <td colSpan={3}>
                  <ValueWord state={markOf(iso3, round.roundYear)} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function Cells({ standing, gap }: { readonly standing: Standing; readonly gap: number | null }) {
  const t = useTexts(indexTexts);
  const f = useFormat();
  const words = roundWords[useLanguage()];
  switch (standing.kind) {
    case "compared":
      return (
        <>
          <td>{words.data(standing.baseline)}</td>
          <NumberCell className={styles.change}>{f.change(standing.change)}</NumberCell>
          <NumberCell>{gap === null ? t.noGap : f.percent(gap / 100)}</NumberCell>
        </>
      );
    case "not_comparable":
      return (
        <>
          <td>{words.data(standing.baseline)}</td>
          <td colSpan={2} className="quiet">
            {t.notComparable}
          </td>
        </>
      );
    case "first":
      return (
        <td colSpan={3} className="quiet">
          {t.noBaseline}
        </td>
      );
    case "insufficient":
      return (
        <td colSpan={3}>
          <ValueWord state="insufficient" />
        </td>
      );
    default:
      return standing satisfies never;
  }
}
