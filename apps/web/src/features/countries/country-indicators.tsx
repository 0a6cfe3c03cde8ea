import { answerMark, marksAmong, marksOfReports, type ReportMark, unpublishedOf } from "@avances/charts/series";
import type { InstrumentCode } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { yearsSentence } from "#charts/years-sentence.ts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { RoundHeader } from "#ui/round-header.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { ValueState, ValueStateLegend } from "#ui/value-state.tsx";
import { isFigure } from "#values/cells-of-values.tsx";
import { ShownAnswer } from "#values/shown-answer.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";

type Indicator = PublicCountry["indicators"][number];
type Row = Indicator["rows"][number];

interface CountryIndicatorsProps {
  readonly data: PublicCountry;
  readonly instruments: PublicIndex["instruments"];
  readonly dimensions: PublicIndex["dimensions"];
  readonly today: string;
  /** The Protocol whose indicators are shown. */
  readonly instrument: InstrumentCode;
  /** Code of the dimension that is open; if absent, the first one. */
  readonly opened?: string | undefined;
  readonly onInstrument: (instrument: InstrumentCode) => void;
}

/** Every public indicator of one country by round, folded by dimension. No cell is blank. */
export function CountryIndicators({
  data,
  instruments,
  dimensions,
  today,
  instrument,
  opened,
  onInstrument,
}: CountryIndicatorsProps) {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  const shown = data.indicators.filter((one) => one.instrument === instrument);
  const cellOf = (indicator: Indicator, roundYear: number): Row | ReportMark =>
    indicator.rows.find((row) => row.roundYear === roundYear) ?? markOf(data.country.iso3, roundYear);
  const marks = marksAmong(
    shown.flatMap((indicator) =>
      data.rounds.map(({ roundYear }) => {
        const cell = cellOf(indicator, roundYear);
        return typeof cell === "string" ? cell : answerMark(cell);
      }),
    ),
  );
  return (
    <section className="section stack" aria-labelledby="indicators">
      <h2 id="indicators">{t.indicators}</h2>
      <p>{t.indicatorsBody}</p>
      <form data-names="" className={styles.choice} data-print="no">
        <Segmented
          label={t.instrument}
          name="instrument"
          value={instrument}
          options={instruments.map(({ code, shortName }) => ({ value: code, label: shortName[lang] }))}
          onChange={onInstrument}
        />
      </form>
      <p className="small quiet">{yearsSentence(data.rounds, lang)}</p>
      <ValueStateLegend states={marks} />
      {dimensions.map((dimension, place) => {
        const own = shown.filter((one) => one.dimension === dimension.code);
        return own.length === 0 ? null : (
          <Disclosure
            key={dimension.code}
            variant="ruled"
            summary={dimension.name[lang]}
            aside={own.length}
            open={opened === undefined ? place === 0 : opened === dimension.code}
          >
            <DataTable caption={t.indicatorsCaption(dimension.name[lang])} captionHidden dense align="middle">
              <thead>
                <tr>
                  <th scope="col">{t.indicator}</th>
                  {data.rounds.map((round) => (
                    <RoundHeader key={round.roundYear} round={round} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {own.map((indicator) => (
                  <tr key={indicator.code}>
                    <th scope="row" className={styles.indicator}>
                      <Link
                        to="/$lang/indicators/$code"
                        params={{ lang, code: indicator.code }}
                        search={{ keep: data.country.iso3 }}
                      >
                        {indicator.name[lang]}
                      </Link>
                    </th>
                    {data.rounds.map(({ roundYear }) => {
                      const cell = cellOf(indicator, roundYear);
                      return (
                        <td key={roundYear} className={isFigure(indicator.valueType) ? styles.figure : undefined}>
                          {typeof cell === "string" ? (
                            <ValueState state={cell} />
                          ) : (
                            <ShownAnswer row={cell} levels={indicator.levels} compact />
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </Disclosure>
        );
      })}
    </section>
  );
}
