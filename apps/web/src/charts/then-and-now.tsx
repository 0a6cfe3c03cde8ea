import { type PlacedChange, placeChanges } from "@avances/charts/place";
import type { ThenAndNow } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { RoundHeader } from "#ui/round-header.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import styles from "./then-and-now.module.css";

interface ThenAndNowTableProps {
  readonly caption: ReactNode;
  readonly round: NamedRound;
  /** In the order in which they are drawn: alphabetical, never by value. */
  readonly countries: readonly ThenAndNow[];
  readonly format: (value: number) => string;
}

/**
 * Counts of one round beside each country's own first figure: both figures, the difference in words, and its size in percent as a picture. A
 * table, so that the picture needs no other. No cell is blank.
 */
export function ThenAndNowTable({ caption, round, countries, format }: ThenAndNowTableProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const placed = placeChanges(countries);
  const inColour = useInColour(countries.map(({ country }) => country));
  return (
    <DataTable caption={caption} captionHidden align="middle">
      <thead>
        <tr>
          <th scope="col">{t.country}</th>
          <NumberHeader>{t.firstFigure}</NumberHeader>
          <th scope="col" className={styles.picture}>
            <span className="sr-only">{t.change}</span>
            <svg width="100%" height="36" aria-hidden="true" className={styles.axis}>
              {placed.ticks.map(({ change, at }) => (
                <text key={change} x={`${at}%`} y="31" textAnchor="middle">
                  {f.signedPercent(change / 100)}
                </text>
              ))}
            </svg>
          </th>
          <RoundHeader round={round} number />
          <NumberHeader>{t.difference}</NumberHeader>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, label, first, now }, place) => (
          <tr key={country} className={inColour(country)}>
            <th scope="row">{label}</th>
            <NumberCell>
              {first?.value == null ? (
                <span className="quiet">{t.noFirst}</span>
              ) : (
                <>
                  {format(first.value)} <span className={styles.year}>{first.year}</span>
                </>
              )}
            </NumberCell>
            <td className={styles.picture}>
              <span className="sr-only">{changeWords(placed.rows[place], f, t)}</span>
              <Change row={placed.rows[place]} placed={placed} hasFirst={first !== null} />
            </td>
            <NumberCell>
              {now?.value == null ? (
                <ValueState
                  state={now === null || now.state === "reported" ? "not_published" : now.state}
                  variant="word"
                />
              ) : (
                <strong>{format(now.value)}</strong>
              )}
            </NumberCell>
            <NumberCell>
              {first?.value == null || now?.value == null ? (
                <span className="quiet">{t.noComparison}</span>
              ) : (
                t.differs(now.value - first.value, format(Math.abs(now.value - first.value)))
              )}
            </NumberCell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The picture in words, so that no cell is blank for whoever cannot see it. */
function changeWords(
  row: PlacedChange | undefined,
  f: ReturnType<typeof useFormat>,
  t: { readonly notDrawn: string },
): string {
  return row?.change == null ? t.notDrawn : f.signedPercent(row.change / 100);
}

/** From the open mark of the first figure to the filled one of the round. Nothing is drawn between figures that are not both there. */
function Change({
  row,
  placed: { zero, ticks },
  hasFirst,
}: {
  readonly row: PlacedChange | undefined;
  readonly placed: ReturnType<typeof placeChanges>;
  readonly hasFirst: boolean;
}) {
  const at = row?.at ?? null;
  return (
    <svg width="100%" height="26" aria-hidden="true" className={styles.change}>
      {ticks.map((tick) => (
        <line key={tick.change} x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="26" className={styles.grid} />
      ))}
      <line x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="26" className={styles.zero} />
      {at === null ? null : <line x1={`${zero}%`} x2={`${at}%`} y1="13" y2="13" className={styles.line} />}
      {at !== null || hasFirst ? <circle cx={`${zero}%`} cy="13" r="5" className={styles.first} /> : null}
      {at === null ? null : row?.isBeyond ? (
        <text x={`${at}%`} y="19" textAnchor="middle" className={styles.now}>
          ▸
        </text>
      ) : (
        <circle cx={`${at}%`} cy="13" r="5.5" className={styles.now} />
      )}
    </svg>
  );
}
