import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { LevelTile } from "#charts/matrix.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { DataTable } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { ValueState, ValueStateLegend } from "#ui/value-state.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";

type Indicator = PublicCountry["indicators"][number];
type Row = Indicator["rows"][number];

interface CountryIndicatorsProps {
  readonly data: PublicCountry;
  readonly instruments: PublicIndex["instruments"];
  readonly dimensions: PublicIndex["dimensions"];
}

/** Every public indicator of one country by year, folded by dimension. */
export function CountryIndicators({ data, instruments, dimensions }: CountryIndicatorsProps) {
  const t = useTexts(countriesTexts);
  const lang = useLanguage();
  const search = useSearch({ from: "/$lang/countries/$iso3" });
  const navigate = useNavigate({ from: "/$lang/countries/$iso3" });
  const instrument = search.instrument ?? "TIP";
  const years = data.index.map(({ roundYear }) => roundYear);
  const shown = data.indicators.filter((one) => one.instrument === instrument);
  const states = [...new Set(shown.flatMap(({ rows }) => rows.map(({ state }) => state)))].filter(
    (state) => state !== "reported",
  );
  return (
    <section className="section stack" aria-labelledby="indicators">
      <h2 id="indicators">{t.indicators}</h2>
      <p>{t.indicatorsBody}</p>
      <div className={styles.choice} data-print="no">
        <Segmented
          label={t.instrument}
          name="instrument"
          value={instrument}
          options={instruments.map(({ code, shortName }) => ({ value: code, label: shortName[lang] }))}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, instrument: value }), replace: true, resetScroll: false })
          }
        />
      </div>
      <ValueStateLegend states={states} />
      {dimensions.map((dimension, place) => {
        const own = shown.filter((one) => one.dimension === dimension.code);
        return own.length === 0 ? null : (
          <Disclosure
            key={dimension.code}
            variant="ruled"
            summary={dimension.name[lang]}
            aside={own.length}
            open={search.dimension === undefined ? place === 0 : search.dimension === dimension.code}
          >
            <DataTable caption={t.indicatorsCaption(dimension.name[lang])} captionHidden dense align="middle">
              <thead>
                <tr>
                  <th scope="col">{t.indicator}</th>
                  {years.map((year) => (
                    <th scope="col" key={year}>
                      {year}
                    </th>
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
                        search={{ countries: data.country.iso3 }}
                      >
                        {indicator.name[lang]}
                      </Link>
                    </th>
                    {years.map((year) => {
                      const row = indicator.rows.find((one) => one.roundYear === year);
                      return <td key={year}>{row ? <Cell row={row} indicator={indicator} /> : null}</td>;
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

function Cell({ row, indicator }: { readonly row: Row; readonly indicator: Indicator }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { value, state } = row;
  if (value === null || state === "small_base")
    return <ValueState state={state === "reported" ? "not_reported" : state} />;
  switch (value.type) {
    case "ordinal":
      return (
        <LevelTile
          level={value.level}
          label={indicator.levels.find(({ level }) => level === value.level)?.label[lang]}
        />
      );
    case "boolean":
      return value.value ? t.yes : t.no;
    case "money":
      return f.money(value.amountMinor, value.currency);
    case "date":
      return f.shortDate(value.date);
    case "text":
      return value.text;
    case "count":
      return value.total === "s" ? <ValueState state="suppressed" /> : f.number(value.total, 0);
    case "ratio":
      return typeof value.percent === "number" ? (
        f.percent(value.percent / 100)
      ) : (
        <ValueState state={value.percent === null ? "small_base" : "suppressed"} />
      );
  }
}
