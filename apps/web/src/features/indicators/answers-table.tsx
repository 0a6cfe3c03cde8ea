import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { reportStateOf } from "#lib/report-state.ts";
import { DataTable } from "#ui/data-table.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import { ValueState } from "#ui/value-state.tsx";
import { indicatorTexts } from "./indicator.texts.ts";

type Row = PublicIndicator["rows"][number];

/** Country × year with every answer in words and figures: the same data as the chart. */
export function AnswersTable({ data }: { readonly data: PublicIndicator }) {
  const t = useTexts(indicatorTexts);
  const words = useTexts(statusTexts);
  const f = useFormat();
  const lang = useLanguage();
  const countries = [...data.countries].sort((a, b) => f.compare(a.name[lang], b.name[lang]));
  return (
    <DataTable caption={t.tableCaption(data.indicator.name[lang])} dense>
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          {data.rounds.map(({ roundYear }) => (
            <th scope="col" key={roundYear}>
              {roundYear}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ iso3, name }) => (
          <tr key={iso3}>
            <th scope="row">{name[lang]}</th>
            {data.rounds.map(({ roundYear }) => {
              const row = data.rows.find((one) => one.country === iso3 && one.roundYear === roundYear);
              return (
                <td key={roundYear}>
                  {row ? (
                    <AnswerInWords row={row} indicator={data.indicator} />
                  ) : (
                    <span className="small quiet">{words.report[reportStateOf(data, iso3, roundYear)]}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function AnswerInWords({ row, indicator }: { readonly row: Row; readonly indicator: PublicIndicator["indicator"] }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { value } = row;
  const figure = (one: number | "s") => (one === "s" ? <ValueState state="suppressed" /> : f.number(one, 0));
  if (value === null) {
    const state = row.state === "reported" ? "not_reported" : row.state;
    return (
      <>
        <ValueState state={state} />
        {row.unconfirmed ? <span className="small quiet"> {t.unconfirmed}</span> : null}
      </>
    );
  }
  switch (value.type) {
    case "ordinal":
      return (
        <>
          {value.level} · {indicator.levels.find(({ level }) => level === value.level)?.label[lang]}
        </>
      );
    case "boolean":
      return value.value ? t.yes : t.no;
    case "money":
      return f.money(value.amountMinor, value.currency);
    case "date":
      return f.date(value.date);
    case "text":
      return value.text;
    case "count":
      return figure(value.total);
    case "ratio":
      return value.percent === null ? (
        <ValueState state="small_base" />
      ) : (
        <>
          {value.percent === "s" ? <ValueState state="suppressed" /> : f.percent(value.percent / 100)}{" "}
          <span className="small quiet">
            ({figure(value.numerator)} / {figure(value.denominator)})
          </span>
        </>
      );
  }
}
