import { placeRowBars } from "@avances/charts/place";
import type { BreakdownFigure, BreakdownRow } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { ValueWord } from "#ui/value-mark.tsx";
import { ValueState } from "#ui/value-state.tsx";
import styles from "./breakdown-table.module.css";

/** So many columns have room for longer bars. */
const few = 5;

interface BreakdownTableProps {
  readonly caption: ReactNode;
  readonly corner: ReactNode;
  /** What is broken down, over the figures of the second column. */
  readonly head: ReactNode;
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  /** In the order in which they are shown: alphabetical or by year, never by figure. */
  readonly rows: readonly { readonly key: string; readonly label: ReactNode; readonly row: BreakdownRow }[];
  /** All bars on one scale: for rows of one country. Otherwise each row has its own. */
  readonly oneScale?: boolean | undefined;
  /** What stands across a row whose answer is not divided by these categories. */
  readonly undivided: ReactNode;
}

/**
 * Figures by category with a small bar under each, a part of the total: a table, so that the picture needs no other. Where no figure is shown
 * there is a mark and no bar. No cell is blank.
 */
export function BreakdownTable({
  caption,
  corner,
  head,
  categories,
  rows,
  oneScale = false,
  undivided,
}: BreakdownTableProps) {
  const inColour = useInColour(rows.map(({ key }) => key));
  const lengths = placeRowBars(
    rows.map(({ row }) => row),
    oneScale,
  );
  return (
    <DataTable
      caption={<span className={styles.caption}>{caption}</span>}
      className={classNames(styles.breakdown, categories.length <= few && styles.few)}
      dense
    >
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          <NumberHeader className={styles.head}>{head}</NumberHeader>
          {categories.map(({ code, label }) => (
            <th scope="col" key={code} className={styles.category}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, row }, place) => (
          <tr key={key} className={inColour(key)}>
            <th scope="row">{label}</th>
            {row.kind === "state" ? (
              <td colSpan={categories.length + 1} className={styles.across}>
                <ValueWord state={row.mark} />
              </td>
            ) : (
              <>
                <NumberCell>
                  <Figure figure={row.head} />
                </NumberCell>
                {row.kind === "undivided" ? (
                  <td colSpan={categories.length}>{undivided}</td>
                ) : (
                  categories.map(({ code }, n) => (
                    <td key={code} className={styles.category}>
                      <Figure figure={row.figures[n] ?? "not_reported"} />
                      <Bar length={lengths[place]?.[n] ?? null} />
                    </td>
                  ))
                )}
              </>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Figure({ figure }: { readonly figure: BreakdownFigure }) {
  const f = useFormat();
  return typeof figure === "number" ? f.number(figure, 0) : <ValueState state={figure} />;
}

/** A mark at zero, a thin line as long as the whole, and on it the bar. Where no figure is shown there is nothing. */
function Bar({ length }: { readonly length: number | null }) {
  if (length === null) return null;
  return (
    <svg width="100%" height="8" aria-hidden="true" className={styles.bar}>
      <rect x="0" y="3" width="100%" height="2" className={styles.whole} />
      <rect x="0" y="0" width="1.5" height="8" className={styles.zero} />
      <rect x="0" y="1" width={`${length}%`} height="6" className={styles.length} />
    </svg>
  );
}
