import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "#ui/class-names.ts";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
import { chartTexts } from "./charts.texts.ts";
import styles from "./matrix.module.css";

interface MatrixProps {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean | undefined;
  /** Head of the first column. */
  readonly corner?: ReactNode;
  readonly columns: readonly { readonly key: string; readonly label: ReactNode }[];
  readonly rows: readonly { readonly key: string; readonly label: ReactNode }[];
  readonly cell: (row: string, column: string) => ReactNode;
  readonly summary?: { readonly label: ReactNode; readonly of: (row: string) => ReactNode } | undefined;
  readonly dense?: boolean | undefined;
}

/** Rows by columns as a plain table with one mark per cell: country × year, country × indicator. */
export function Matrix({ caption, captionHidden, corner, columns, rows, cell, summary, dense = true }: MatrixProps) {
  const inColour = useInColour(rows.map(({ key }) => key));
  return (
    <DataTable caption={caption} captionHidden={captionHidden} dense={dense} align="middle">
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((column) => (
            <th scope="col" key={column.key} className={styles.cell}>
              {column.label}
            </th>
          ))}
          {summary ? <th scope="col">{summary.label}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={inColour(row.key)}>
            <th scope="row">{row.label}</th>
            {columns.map((column) => (
              <td key={column.key} className={styles.cell}>
                {cell(row.key, column.key)}
              </td>
            ))}
            {summary ? <td className={styles.summary}>{summary.of(row.key)}</td> : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** A level from 0 to 4, the digit printed in the tile. `label` is read out and shown on hover. */
export function LevelTile({ level, label }: { readonly level: number; readonly label?: string | undefined }) {
  return (
    <span
      className={classNames(styles.tile, styles[`level${Math.max(0, Math.min(4, Math.round(level)))}`])}
      title={label}
    >
      {level}
      {label ? <span className="sr-only">: {label}</span> : null}
    </span>
  );
}

/** Yes or no as a word, in two clearly different tones; never 0 and 1. */
export function YesNoTile({ yes }: { readonly yes: boolean }) {
  const t = useTexts(chartTexts);
  return (
    <span className={classNames(styles.tile, styles.word, yes ? styles.yes : styles.no)}>{yes ? t.yes : t.no}</span>
  );
}
