import {
  type BreakdownRow,
  breakdownRows,
  hasPersonGroups,
  marksAmong,
  personGroups,
  personsBy,
} from "@avances/charts/series";
import { BreakdownTable } from "#charts/breakdown-table.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSpeech } from "#lib/speech.ts";
import { classNames } from "#ui/class-names.ts";
import { Select } from "#ui/field.tsx";
import { RoundName } from "#ui/round-header.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { breakdownTexts } from "./breakdown.texts.ts";
import { breakdownFacts } from "./breakdown-facts.ts";
import { breakdownSentence } from "./breakdown-sentence.ts";
import styles from "./indicators.module.css";
import { RoundSelect, useRound } from "./view-controls.tsx";

/** More categories than this have room on a sheet of paper only if it lies on its side. */
const mostUpright = 8;

/** A way to divide the counts of an indicator, in the reader's words. */
interface Way {
  readonly code: string;
  readonly name: string;
  /** May one person stand in several categories? */
  readonly overlaps: boolean;
  readonly categories: readonly { readonly code: string; readonly label: string }[];
}

/** Counts by sex, by age and so on: all countries in one round, then one country over the years. Hidden figures have a mark and no bar. */
export function BreakdownSection({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const t = useTexts(breakdownTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { search, round, change } = useRound(data);
  const speech = useSpeech(data.countries);
  const ways = useWays(data);
  const way = ways.find(({ code }) => code === search.by) ?? ways[0];
  const countries = [...data.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const withRows = countries.filter(({ iso3 }) => data.rows.some((row) => row.country === iso3));
  const chosen = (search.countries ?? "").split(",")[0];
  const country = withRows.find(({ iso3 }) => iso3 === chosen) ?? withRows[0];
  if (way === undefined || round === null || country === undefined) return null;
  const rowOf = breakdownRows(
    data,
    way.code,
    way.categories.map(({ code }) => code),
    today,
  );
  const ofRound = countries.map(({ iso3, name }) => ({
    key: iso3,
    label: name[lang],
    row: rowOf(iso3, round.roundYear),
  }));
  const ofCountry = data.rounds.map((each) => ({
    key: String(each.roundYear),
    label: <RoundName round={each} />,
    row: rowOf(country.iso3, each.roundYear),
  }));
  const head = data.indicator.ratio?.numerator[lang] ?? t.total;
  const undivided = way.code === personsBy ? t.notTogether : t.notDivided;
  const common = { head, categories: way.categories, undivided } as const;
  return (
    <section
      className={classNames("section stack", way.categories.length > mostUpright && styles.wide)}
      aria-labelledby="breakdowns"
    >
      <h2 id="breakdowns">{t.heading}</h2>
      <form data-names="" className={styles.switches} data-print="no">
        <Select label={t.by} name="by" value={way.code} onChange={(event) => change({ by: event.target.value })}>
          {ways.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <RoundSelect data={data} round={round} change={change} />
      </form>
      <p className={styles.said}>{breakdownSentence(breakdownFacts(data, round, rowOf), speech)}</p>
      <BreakdownTable
        caption={t.ofRound(way.name, roundWords[lang].data(round))}
        corner={t.country}
        rows={ofRound}
        {...common}
      />
      <p className={styles.changeNote}>{t.partOfTotal(head)}</p>
      <Legend rows={ofRound.map(({ row }) => row)} />
      <h3>{t.yearByYear(country.name[lang])}</h3>
      <form data-names="" className={styles.switches} data-print="no">
        <Select
          label={t.country}
          name="countries"
          value={country.iso3}
          onChange={(event) => change({ countries: event.target.value })}
        >
          {withRows.map(({ iso3, name }) => (
            <option key={iso3} value={iso3}>
              {name[lang]}
            </option>
          ))}
        </Select>
      </form>
      <BreakdownTable
        caption={t.ofCountry(way.name, country.name[lang])}
        corner={t.year}
        rows={ofCountry}
        oneScale
        {...common}
      />
      <Legend rows={ofCountry.map(({ row }) => row)} />
      <div className={styles.changeNote}>
        <p>{t.partOfLargest(head)}</p>
        {way.overlaps ? <p>{t.overlaps(head)}</p> : null}
        {data.indicator.smallCellSuppression ? <p>{t.hidden(head)}</p> : null}
      </div>
    </section>
  );
}

/** The code lists of the indicator; women, men, girls and boys first where they were published. */
function useWays(data: PublicIndicator): readonly Way[] {
  const t = useTexts(breakdownTexts);
  const lang = useLanguage();
  const lists = data.indicator.breakdowns.map(({ code, name, exclusive, categories }) => ({
    code,
    name: name[lang],
    overlaps: !exclusive,
    categories: categories.map((one) => ({ code: one.code, label: one.label[lang] })),
  }));
  if (!hasPersonGroups(data)) return lists;
  const persons = personGroups.map((code) => ({ code, label: t.persons[code] }));
  return [...lists, { code: personsBy, name: t.personsBy, overlaps: false, categories: persons }];
}

function Legend({ rows }: { readonly rows: readonly BreakdownRow[] }) {
  const figures = rows.flatMap((row) => {
    switch (row.kind) {
      case "state":
        return [row.mark];
      case "undivided":
        return [row.head];
      case "divided":
        return [row.head, ...row.figures];
      default:
        return row satisfies never;
    }
  });
  return <ValueStateLegend states={marksAmong(figures.map((one) => (typeof one === "number" ? null : one)))} />;
}
