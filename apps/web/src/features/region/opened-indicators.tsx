import { answerMark, type MarkOfReport, marksAmong } from "@avances/charts/series";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import {
  indicatorQuery,
  type PublicIndex,
  type PublicIndicator,
  type PublicIndicatorList,
} from "#lib/published-queries.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { ValueState, ValueStateLegend } from "#ui/value-state.tsx";
import { isFigure } from "#values/cells-of-values.tsx";
import { ShownAnswer } from "#values/shown-answer.tsx";
import styles from "./heat.module.css";
import type { HeatView } from "./heat-facts.ts";
import { type LadderStep, stepOf } from "./ladder-step.ts";
import { openedTexts } from "./opened.texts.ts";
import { indicatorsOf, type OpenedChoice } from "./opened.ts";

/** More indicators than this have room on a sheet of paper only if it lies on its side. */
const mostUpright = 5;

interface OpenedProps {
  readonly id: string;
  readonly index: PublicIndex;
  readonly list: PublicIndicatorList;
  readonly view: HeatView;
  readonly opened: OpenedChoice;
  readonly markOf: MarkOfReport;
  /** The round that a country is compared with in the table above; null if none. */
  readonly comparedRound: (country: string) => NamedRound | null;
  readonly onClose: () => void;
}

/** The indicators of a dimension, an objective or an article in the round of the table above: every answer, or the mark that says why there is none. */
export function OpenedIndicators(props: OpenedProps) {
  const { id, index, list, view, opened, onClose } = props;
  const t = useTexts(openedTexts);
  const lang = useLanguage();
  const own = indicatorsOf(list, view.instrument, opened);
  const replies = useQueries({ queries: own.map(({ code }) => indicatorQuery(code)) });
  const loaded = replies.flatMap(({ data }) => data ?? []);
  const protocol = index.instruments.find(({ code }) => code === view.instrument)?.shortName[lang] ?? view.instrument;
  const caption = t.caption(opened.name, protocol, roundWords[lang].data(view.round));
  const announced = t.announced(opened.name);
  useEffect(() => announce(announced), [announced]);
  const failed = replies.filter(({ isError }) => isError);
  return (
    <section
      id={id}
      className={classNames(styles.opened, own.length > mostUpright && styles.many)}
      aria-label={caption}
    >
      {own.length === 0 ? (
        <p>{t.none}</p>
      ) : failed.length > 0 ? (
        <p>
          {t.failed}{" "}
          <Button size="small" onClick={() => failed.forEach(({ refetch }) => void refetch())}>
            {t.again}
          </Button>
        </p>
      ) : loaded.length < own.length ? (
        <Skeleton shape="table" rows={index.countries.length} />
      ) : (
        <IndicatorsOfRound {...props} caption={caption} indicators={loaded} />
      )}
      <form data-names="dimension objective article" data-print="no">
        <Button type="submit" size="small" onClick={onClose}>
          {t.close}
        </Button>
      </form>
    </section>
  );
}

function IndicatorsOfRound({
  index,
  view,
  caption,
  indicators,
  markOf,
  comparedRound,
}: OpenedProps & { readonly caption: string; readonly indicators: readonly PublicIndicator[] }) {
  const t = useTexts(openedTexts);
  const f = useFormat();
  const lang = useLanguage();
  const countries = [...index.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  const inColour = useInColour(index.countries.map(({ iso3 }) => iso3));
  const columns = indicators.map((data) => ({
    ...data.indicator,
    rows: new Map(data.rows.map((row) => [`${row.country} ${row.roundYear}`, row])),
  }));
  const { roundYear } = view.round;
  const marks = countries.flatMap(({ iso3 }) =>
    columns.map(({ rows }) => {
      const row = rows.get(`${iso3} ${roundYear}`);
      return row ? answerMark(row) : markOf(iso3, roundYear);
    }),
  );
  return (
    <>
      <DataTable
        dense
        align="middle"
        className={styles.indicators}
        caption={<span className={styles.caption}>{caption}</span>}
      >
        <thead>
          <tr>
            <th scope="col">{t.country}</th>
            {columns.map(({ code, name, unit, valueType, levels }) => {
              const Head = isFigure(valueType) ? NumberHeader : "th";
              const top = topOf(levels);
              return (
                <Head scope="col" key={code}>
                  <Link to="/$lang/indicators/$code" params={{ lang, code }} className={styles.name}>
                    {name[lang]}
                  </Link>
                  <span className={styles.note}>{top === null ? unit[lang] : t.upTo(f.number(top))}</span>
                </Head>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {countries.map(({ iso3, name }) => {
            const before = comparedRound(iso3);
            return (
              <tr key={iso3} className={inColour(iso3)}>
                <th scope="row">{name[lang]}</th>
                {columns.map(({ code, valueType, levels, rows }) => {
                  const row = rows.get(`${iso3} ${roundYear}`);
                  const earlier = before ? rows.get(`${iso3} ${before.roundYear}`) : undefined;
                  const step = row ? stepOf(row, earlier, topOf(levels)) : null;
                  const Cell = isFigure(valueType) ? NumberCell : "td";
                  return (
                    <Cell key={code}>
                      {row === undefined ? (
                        <ValueState state={markOf(iso3, roundYear)} />
                      ) : step ? (
                        <Step
                          step={step}
                          words={levels.find(({ level }) => level === step.level)?.label[lang] ?? ""}
                          before={before}
                        />
                      ) : (
                        <ShownAnswer row={row} levels={levels} compact />
                      )}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <ValueStateLegend states={marksAmong(marks)} />
      <p className={styles.how}>{t.how}</p>
    </>
  );
}

function topOf(levels: PublicIndicator["indicator"]["levels"]): number | null {
  return levels.length === 0 ? null : Math.max(...levels.map(({ level }) => level));
}

/** "3 of 4", and whence the country came when it stood elsewhere. */
function Step({
  step,
  words,
  before,
}: {
  readonly step: LadderStep;
  readonly words: string;
  /** The round of the earlier level. */
  readonly before: NamedRound | null;
}): ReactNode {
  const t = useTexts(openedTexts);
  const f = useFormat();
  const { level, top, shade, from } = step;
  return (
    <span className={styles.stepped}>
      <span className={classNames(styles.step, styles[`shade${shade}`])} title={words}>
        {t.level(f.number(level), f.number(top))}
        <span className="sr-only">: {words}</span>
      </span>
      {from === null || before === null ? null : (
        <span className={styles.from}>
          <span aria-hidden="true">{t.from(level > from ? "▲" : "▼", f.number(from))}</span>
          <span className="sr-only">, {t.fromLabel(f.number(from), before)}</span>
        </span>
      )}
    </span>
  );
}
