import { type MarkOfReport, marksAmong } from "@avances/charts/series";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { classNames } from "#ui/class-names.ts";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { ValueStateLegend } from "#ui/value-state.tsx";
import styles from "./heat.module.css";
import { heatTexts } from "./heat.texts.ts";
import { exampleOf, type HeatRow, type HeatView, heatRows, markOfTile, shades } from "./heat-facts.ts";
import { Tile } from "./heat-tile.tsx";
import { thenTexts } from "./then.texts.ts";
import { TileKey } from "./tile-key.tsx";
import type { HeatChoice } from "./use-heat-choice.ts";

interface HeatTableProps {
  readonly index: PublicIndex;
  readonly view: HeatView;
  readonly choice: Pick<HeatChoice, "opened" | "open">;
  readonly markOf: MarkOfReport;
  /** The id of what is opened below. */
  readonly opened: string;
}

/** Country × dimension of one Protocol and round: in every cell a score with its change, coverage and range, or why there is none. */
export function HeatTable({ index, view, choice, markOf, opened }: HeatTableProps) {
  const t = useTexts(heatTexts);
  const f = useFormat();
  const lang = useLanguage();
  const inColour = useInColour(index.countries.map(({ iso3 }) => iso3));
  const names = new Map(index.countries.map(({ iso3, name }) => [iso3, name[lang]]));
  const nameOf = ({ country }: HeatRow) => names.get(country) ?? country;
  const rows = [...heatRows(index, view, markOf)].sort((a, b) => f.compare(nameOf(a), nameOf(b)));
  const protocol = index.instruments.find(({ code }) => code === view.instrument)?.shortName[lang] ?? view.instrument;
  const shown = 1 + index.dimensions.findIndex(({ code }) => isOpened(choice, code));
  /** Where there is room for one column only, it is the chosen one. */
  const column = (place: number) => (place === shown ? undefined : styles.wideOnly);
  const example = exampleOf(rows);
  const hasScores = rows.some(({ tiles }) => tiles.some(({ kind }) => kind === "score"));
  return (
    <div className={styles.figure}>
      <form data-names="dimension objective article" id={`${opened}-choice`} hidden />
      <DataTable
        className={styles.heat}
        align="middle"
        caption={
          <>
            {t.caption(protocol, roundWords[lang].data(view.round))}{" "}
            <span className={styles.how}>
              {t.order} <span data-print="no">{t.toOpen}</span>
            </span>
          </>
        }
      >
        <thead>
          <tr>
            <th scope="col">
              {t.country} <span className={styles.note}>{t.compared}</span>
            </th>
            <th scope="col" className={column(0)}>
              {t.whole} <span className={styles.note}>{t.weighted}</span>
            </th>
            {index.dimensions.map(({ code, shortName }, place) => {
              const isOpen = isOpened(choice, code);
              return (
                <th scope="col" key={code} className={column(place + 1)}>
                  <button
                    type="submit"
                    form={`${opened}-choice`}
                    name="dimension"
                    value={isOpen ? "" : code}
                    className={styles.open}
                    aria-expanded={isOpen}
                    aria-controls={isOpen ? opened : undefined}
                    onClick={() => choice.open(isOpen ? null : { kind: "dimension", code })}
                  >
                    <span aria-hidden="true" className={styles.arrow}>
                      {isOpen ? "▾" : "▸"}
                    </span>
                    <span>{shortName[lang]}</span>
                  </button>
                  <span data-on="paper">{shortName[lang]}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.country} className={inColour(row.country)}>
              <th scope="row">
                <Link to="/$lang/countries/$iso3" params={{ lang, iso3: row.country }} className={styles.name}>
                  {nameOf(row)}
                </Link>
                <RowNote row={row} />
              </th>
              {row.tiles.map((tile, place) => (
                <td key={index.dimensions[place - 1]?.code ?? "whole"} className={column(place)}>
                  <Tile tile={tile} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className={styles.below}>
        {example ? <TileKey tile={example} comparedWith={view.comparedWith} /> : null}
        <div className={styles.legend}>
          <ValueStateLegend states={marksAmong(rows.flatMap(({ tiles }) => tiles.map(markOfTile)))} />
          {hasScores ? (
            <p className={styles.scale}>
              <span className={styles.scaleName}>{t.scale}</span>
              {shades.map((shade) => (
                <span key={shade} className={classNames(styles.swatch, styles[`shade${shade}`])}>
                  {f.number(20 * shade)}–{shade === shades.length - 1 ? f.number(100) : f.score(20 * shade + 19.9)}
                </span>
              ))}
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}

const isOpened = ({ opened }: Pick<HeatChoice, "opened">, code: string) =>
  opened?.kind === "dimension" && opened.code === code;

/** Below a country's name: the year of the data it is compared with, or why there is no comparison. */
function RowNote({ row }: { readonly row: HeatRow }) {
  const t = useTexts(heatTexts);
  const then = useTexts(thenTexts);
  const words = rowNote(row, t, then);
  return words === "" ? null : <span className={styles.note}>{words}</span>;
}

function rowNote(
  { standing, lastReport }: HeatRow,
  t: (typeof heatTexts)["en"],
  then: (typeof thenTexts)["en"],
): string {
  if (standing === null) return lastReport ? t.lastReport(lastReport) : "";
  switch (standing.kind) {
    case "compared":
    case "not_comparable":
      return String(standing.baseline.referenceYear);
    case "first":
      return t.rowFirst[standing.own];
    case "no_report_then":
      return then.report[standing.mark](standing.round);
    case "no_score_then":
      return then.score(standing.round);
    case "insufficient":
    case "no_protocol_score":
      return "";
    default:
      return standing satisfies never;
  }
}
