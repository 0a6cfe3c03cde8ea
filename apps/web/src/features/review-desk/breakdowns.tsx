import type { AnswerInput } from "@avances/contracts";
import { isCounted } from "@avances/domain/answer";
import { findCodeList } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";
import styles from "./review-desk.module.css";

/** Breakdowns and two-way tables of a count or ratio, folded: they are read when something does not add up. */
export function Breakdowns({ value }: { readonly value: AnswerInput["value"] }) {
  const t = useTexts(deskTexts).answer;
  if (!isCounted(value)) return null;
  const lists = Object.entries(value.breakdowns);
  const tables = Object.entries(value.crossTabs);
  if (lists.length + tables.length === 0) return null;
  return (
    <Disclosure summary={t.breakdowns}>
      <div className={styles.breakdowns}>
        {lists.map(([code, cells]) => (
          <OneWay key={code} code={code} cells={cells} />
        ))}
        {tables.map(([code, rows]) => (
          <TwoWay key={code} code={code} rows={rows} />
        ))}
      </div>
    </Disclosure>
  );
}

function OneWay({ code, cells }: { readonly code: string; readonly cells: Readonly<Record<string, number>> }) {
  const t = useTexts(deskTexts).answer;
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useDesk();
  const list = findCodeList(catalogue, code);
  const sum = Object.values(cells).reduce((total, cell) => total + cell, 0);
  return (
    <DataTable caption={list?.name[lang] ?? code} dense stickyFirst={false}>
      <thead>
        <tr>
          <th scope="col">{t.category}</th>
          <NumberHeader>{t.cases}</NumberHeader>
        </tr>
      </thead>
      <tbody>
        {(list?.codes ?? []).map((category) => (
          <tr key={category.code}>
            <th scope="row">{category.label[lang]}</th>
            <NumberCell>{numberOrBlank(cells[category.code], f.number, t.blank)}</NumberCell>
          </tr>
        ))}
      </tbody>
      {list?.exclusive ? (
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <NumberCell>{f.number(sum)}</NumberCell>
          </tr>
        </tfoot>
      ) : null}
    </DataTable>
  );
}

interface TwoWayProps {
  readonly code: string;
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function TwoWay({ code, rows }: TwoWayProps) {
  const t = useTexts(deskTexts).answer;
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useDesk();
  const [rowCode = "", columnCode = ""] = code.split("×");
  const [rowList, columnList] = [findCodeList(catalogue, rowCode), findCodeList(catalogue, columnCode)];
  if (rowList === undefined || columnList === undefined) return null;
  return (
    <DataTable caption={`${rowList.name[lang]} × ${columnList.name[lang].toLocaleLowerCase(lang)}`} dense>
      <thead>
        <tr>
          <th scope="col">{rowList.name[lang]}</th>
          {columnList.codes.map((column) => (
            <NumberHeader key={column.code}>{column.label[lang]}</NumberHeader>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowList.codes.map((row) => (
          <tr key={row.code}>
            <th scope="row">{row.label[lang]}</th>
            {columnList.codes.map((column) => (
              <NumberCell key={column.code}>
                {numberOrBlank(rows[row.code]?.[column.code], f.number, t.blank)}
              </NumberCell>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** A blank cell is not zero. */
function numberOrBlank(cell: number | undefined, number: (value: number) => string, blank: string): string {
  return cell === undefined ? blank : number(cell);
}
