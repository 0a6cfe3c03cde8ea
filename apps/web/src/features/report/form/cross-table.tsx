import { type Category, findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { useReportGround } from "../report-context.ts";
import { cellKey, crossCellKey } from "../saving/answer-draft.ts";
import { useCells } from "../sheet/answer-cells.ts";
import { MessageRow } from "../sheet/cell-message.tsx";
import sheetStyles from "../sheet/sheet.module.css";
import { sheetTexts } from "../sheet/sheet.texts.ts";
import { SheetCell } from "../sheet/sheet-cell.tsx";
import { useCellProps } from "../sheet/use-cell-props.ts";
import styles from "./breakdown-grid.module.css";
import { GridFoot } from "./breakdown-grid.tsx";
import { gridSum } from "./grid-sum.ts";

interface CrossTableProps {
  readonly indicator: Indicator;
  /** The two code lists: rows, columns. */
  readonly lists: readonly string[];
  readonly whole: string;
}

/**
 * A two-way table with its margins. Margins are computed and never asked; while a row or column is not complete, its margin can be written by
 * whoever knows only that.
 */
export function CrossTable({ indicator, lists, whole }: CrossTableProps) {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const { catalogue, view } = useReportGround();
  const { beforeYear } = useCells();
  const propsOf = useCellProps();
  const [rowCode = "", columnCode = ""] = lists;
  const [rows, columns] = [findCodeList(catalogue, rowCode), findCodeList(catalogue, columnCode)];
  if (!rows || !columns) return null;
  const placesOf = (row: string) => columns.codes.map(({ code }) => crossCellKey(lists, row, code));
  const asked = [rows, columns].filter(({ code }) => indicator.disaggregations.includes(code));
  const round = beforeYear === null ? null : roundWords[lang].name({ roundYear: beforeYear });
  const margin = (list: { readonly code: string }, category: Category) =>
    indicator.disaggregations.includes(list.code) ? (
      <SheetCell
        {...propsOf(cellKey(list.code, category.code), `${t.sum}, ${category.label[lang]}`)}
        isForced
        isAside
      />
    ) : (
      <td />
    );
  return (
    <div className={styles.cross}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>
            {rows.name[lang]} × {columns.name[lang].toLocaleLowerCase(lang)}
            {asked.length > 0 ? (
              <span className={styles.also}>
                {" "}
                {t.margins(asked.map(({ name }) => name[lang].toLocaleLowerCase(lang)))}
              </span>
            ) : null}
          </caption>
          <thead>
            <tr>
              <td className={styles.below}>
                {round === null ? null : t.below(roundWords[lang].name({ roundYear: view.submission.year }), round)}
              </td>
              {columns.codes.map((column) => (
                <th scope="col" key={column.code} className={styles.number}>
                  <span>{column.label[lang]}</span>
                  {round === null ? null : <span className={styles.roundHead}>{round}</span>}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                <span>{t.sum}</span>
                {round === null ? null : <span className={styles.roundHead}>{round}</span>}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.codes.map((row) => (
              <RowOf key={row.code} lists={lists} row={row} columns={columns.codes}>
                {margin(rows, row)}
              </RowOf>
            ))}
            <tr className={styles.sums}>
              <th scope="row">{t.sum}</th>
              {columns.codes.map((column) => (
                <MarginCell key={column.code}>{margin(columns, column)}</MarginCell>
              ))}
              <Corner places={rows.codes.flatMap(({ code }) => placesOf(code))} whole={whole} />
            </tr>
            <MessageRow
              columns={columns.codes.length + 2}
              cells={columns.codes.map(({ code, label }) => ({
                place: cellKey(columns.code, code),
                label: `${t.sum}, ${label[lang]}`,
              }))}
            />
          </tbody>
        </table>
      </div>
      <GridFoot places={rows.codes.flatMap(({ code }) => placesOf(code))} whole={whole} exclusive />
    </div>
  );
}

function MarginCell({ children }: { readonly children: React.ReactNode }) {
  return children;
}

function RowOf({
  lists,
  row,
  columns,
  children,
}: {
  readonly lists: readonly string[];
  readonly row: Category;
  readonly columns: readonly Category[];
  readonly children: React.ReactNode;
}) {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const propsOf = useCellProps();
  const cells = columns.map((column) => ({
    place: crossCellKey(lists, row.code, column.code),
    label: `${row.label[lang]}, ${column.label[lang]}`,
  }));
  const margin = { place: cellKey(lists[0] ?? "", row.code), label: `${t.sum}, ${row.label[lang]}` };
  return (
    <>
      <tr>
        <th scope="row">{row.label[lang]}</th>
        {cells.map(({ place, label }) => (
          <SheetCell key={place} {...propsOf(place, label)} />
        ))}
        {children}
      </tr>
      <MessageRow cells={[...cells, margin]} columns={columns.length + 2} />
    </>
  );
}

/** The sum of the table, beside last round's total. */
function Corner({ places, whole }: { readonly places: readonly string[]; readonly whole: string }) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const { figure, fields, before } = useCells();
  const { sum, filled } = gridSum(places, figure, fields);
  const old = before(whole);
  return (
    <td className={`${sheetStyles.cell} ${sheetStyles.computed}`}>
      <div className={sheetStyles.box}>
        {filled === 0 ? null : (
          <>
            <span aria-hidden="true" className={sheetStyles.equals}>
              =
            </span>
            <output className={sheetStyles.figure} data-figure>
              <span className="sr-only">
                {t.sum}, {t.computed}:{" "}
              </span>
              {f.number(sum)}
            </output>
          </>
        )}
        <span className={sheetStyles.before}>{old === null ? "" : f.number(old)}</span>
      </div>
    </td>
  );
}
