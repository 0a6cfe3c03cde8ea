import { type CodeList, findCodeList, type Indicator } from "@avances/domain/catalogue";
import type { MouseEvent } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { stay } from "#lib/stay.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import { useReportGround } from "../report-context.ts";
import { cellKey } from "../saving/answer-draft.ts";
import { useCells } from "../sheet/answer-cells.ts";
import { MessageRow } from "../sheet/cell-message.tsx";
import { sheetTexts } from "../sheet/sheet.texts.ts";
import { SheetCell } from "../sheet/sheet-cell.tsx";
import { useCellProps } from "../sheet/use-cell-props.ts";
import styles from "./breakdown-grid.module.css";
import { columnsOf } from "./columns-of.ts";
import { type GridStanding, gridStanding, gridSum } from "./grid-sum.ts";

/** As many stand side by side on a wide screen. */
const mostColumns = 3;
/** Name, round, sum and the space below a grid take as much as so many of its rows. */
const headRows = 3;

/**
 * The one-way breakdowns of a count or of a ratio's numerator. `whole` = key of the number they break down. A breakdown that is a margin
 * of a two-way table stands in that table, and not here.
 */
export function Breakdowns({ indicator, whole }: { readonly indicator: Indicator; readonly whole: string }) {
  const { catalogue } = useReportGround();
  const inTables = new Set(indicator.crossTabs.flat());
  const lists = indicator.disaggregations
    .filter((code) => !inTables.has(code))
    .flatMap((code) => findCodeList(catalogue, code) ?? []);
  if (lists.length === 0) return null;
  return (
    <div className={styles.grids}>
      {columnsOf(lists, mostColumns, ({ codes }) => codes.length + headRows).map((column) => (
        <div key={column[0]?.code} className={styles.column}>
          {column.map((list) => (
            <BreakdownGrid key={list.code} list={list} whole={whole} />
          ))}
        </div>
      ))}
    </div>
  );
}

function BreakdownGrid({ list, whole }: { readonly list: CodeList; readonly whole: string }) {
  const t = useTexts(sheetTexts);
  const lang = useLanguage();
  const { view } = useReportGround();
  const { beforeYear } = useCells();
  const propsOf = useCellProps();
  const round = (roundYear: number) => roundWords[lang].name({ roundYear });
  const cells = list.codes.map((category) => ({
    place: cellKey(list.code, category.code),
    label: category.label[lang],
  }));
  return (
    <div className={styles.grid}>
      <table className={styles.table}>
        <caption>{list.name[lang]}</caption>
        <thead className={beforeYear === null ? "sr-only" : undefined}>
          <tr>
            <th scope="col">
              <span className="sr-only">{t.category}</span>
            </th>
            <th scope="col" className={styles.roundHead}>
              <span className="sr-only">{t.count}, </span>
              {/* Where both figures stand in one cell, both rounds stand above it, in the same order. */}
              {beforeYear === null ? null : (
                <>
                  <span className={styles.roundNow}>{round(view.submission.year)}</span>
                  <span className={styles.roundBefore}>{round(beforeYear)}</span>
                </>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ place, label }) => (
            <Row key={place} place={place} label={label}>
              <SheetCell {...propsOf(place, `${list.name[lang]}: ${label}`)} />
            </Row>
          ))}
        </tbody>
      </table>
      <GridFoot places={cells.map(({ place }) => place)} whole={whole} exclusive={list.exclusive} />
    </div>
  );
}

function Row({
  place,
  label,
  children,
}: {
  readonly place: string;
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <tr>
        <th scope="row">{label}</th>
        {children}
      </tr>
      <MessageRow cells={[{ place, label }]} columns={2} />
    </>
  );
}

interface FootProps {
  readonly places: readonly string[];
  readonly whole: string;
  /** The cells must add up to the whole. */
  readonly exclusive: boolean;
}

/**
 * The running sum and what it says. Each sentence is an element of its own, because a page that the browser translates may hold other texts in
 * its place. Where cells may overlap, a button fills the blanks with zero: a blank is never zero by itself.
 */
export function GridFoot({ places, whole, exclusive }: FootProps) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const { store, indicator, figure, computed, fields } = useCells();
  const sum = gridSum(places, figure, fields);
  const total = figure(whole);
  const standing = gridStanding({
    ...sum,
    total,
    exclusive,
    computed: places.flatMap((place) => computed.get(place) ?? []),
  });
  const fillBlanks = (event: MouseEvent<HTMLButtonElement>) => {
    stay(event.currentTarget);
    store.edit(indicator.code, (draft) => ({
      ...draft,
      fields: { ...draft.fields, ...Object.fromEntries(sum.blank.map((place) => [place, "0"])) },
    }));
    store.commit(indicator.code);
    announce(t.fillDone(sum.blank.length));
  };
  // Where the cells must add up to a known total, the blanks become zero by themselves once it is reached.
  const offersZeros = sum.blank.length > 0 && sum.filled > 0 && (!exclusive || total === null);
  return (
    <div className={styles.foot} data-stay tabIndex={-1}>
      <div className={styles.sum} aria-live="polite">
        <Standing standing={standing} words={t} number={f.number} />
      </div>
      {offersZeros ? (
        <Button size="small" variant="quiet" onClick={fillBlanks}>
          {t.fill}
        </Button>
      ) : null}
    </div>
  );
}

function Standing({
  standing,
  words: t,
  number,
}: {
  readonly standing: GridStanding;
  readonly words: typeof sheetTexts.en;
  readonly number: (value: number) => string;
}) {
  switch (standing.kind) {
    case "blank":
      return <span key="blank">{t.blank(standing.blank)}</span>;
    case "overlap":
      return <span key="overlap">{t.overlap}</span>;
    case "sum":
      return <span key="sum">{t.sumAlone(number(standing.sum))}</span>;
    case "missing":
      return (
        <span key="missing">
          {t.sumOf(number(standing.sum), number(standing.total))}:{" "}
          <b>{t.fewer(number(standing.total - standing.sum), standing.total - standing.sum)}</b>.
        </span>
      );
    case "above":
      return (
        <FieldError>
          {t.sumOf(number(standing.sum), number(standing.total))}:{" "}
          <b>{t.more(number(standing.sum - standing.total))}</b>. {t.mend}
        </FieldError>
      );
    case "cell-above":
      return (
        <FieldError>
          {t.cellAbove(number(standing.most), number(standing.total))}:{" "}
          <b>{t.more(number(standing.most - standing.total))}</b>. {t.mendCell}
        </FieldError>
      );
    case "whole":
      return (
        <span key="whole" className={styles.whole}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path d="m2.5 7.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>{" "}
          {t.sumOf(number(standing.sum), number(standing.total))}.{" "}
          {standing.by === "zero" ? t.zeros : standing.by === "remainder" ? t.rest : t.whole}
        </span>
      );
  }
}
