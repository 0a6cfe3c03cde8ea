import type { ReactNode } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { useInColour } from "#ui/in-colour.ts";
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
