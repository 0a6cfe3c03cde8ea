import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useReportFacts } from "../report-context.ts";
import { crossCellKey } from "../saving/answer-draft.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import styles from "./breakdown-grid.module.css";
import { GridFoot } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { formTexts } from "./form.texts.ts";
import { gridSum } from "./grid-sum.ts";

interface CrossTableProps {
  readonly indicator: Indicator;
  /** The two code lists: rows, columns. */
  readonly lists: readonly string[];
  readonly whole: string;
}

/** A two-way table with the sum of each row beside it. */
export function CrossTable({ indicator, lists, whole }: CrossTableProps) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportFacts();
  const { entry } = useEntry(indicator.code);
  const [rows, columns] = [findCodeList(catalogue, lists[0] ?? ""), findCodeList(catalogue, lists[1] ?? "")];
  if (!rows || !columns) return null;
  const placesOf = (row: string) => columns.codes.map(({ code }) => crossCellKey(lists, row, code));
  const rowSum = (row: string) => {
    const { sum, filled } = gridSum(entry.draft.fields, placesOf(row));
    return filled === 0 ? "" : f.number(sum);
  };
  return (
    <div className={styles.cross}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>
            {rows.name[lang]} × {columns.name[lang].toLocaleLowerCase(lang)}
          </caption>
          <thead>
            <tr>
              <td />
              {columns.codes.map((column) => (
                <th scope="col" key={column.code} className={styles.number}>
                  {column.label[lang]}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {t.grid.rowSum}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.codes.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.label[lang]}</th>
                {columns.codes.map((column) => (
                  <td key={column.code}>
                    <CountField
                      inTable
                      code={indicator.code}
                      place={crossCellKey(lists, row.code, column.code)}
                      label={`${row.label[lang]}, ${column.label[lang]}`}
                    />
                  </td>
                ))}
                <td className={styles.before}>{rowSum(row.code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GridFoot
        indicator={indicator}
        places={rows.codes.flatMap(({ code }) => placesOf(code))}
        whole={whole}
        exclusive
      />
    </div>
  );
}
