import type { Language, ValueType } from "@avances/domain/catalogue";
import type { PublishedValueOf } from "@avances/domain/suppression";
import type { ReactNode } from "react";
import { LevelTile, YesNoTile } from "#charts/tiles.tsx";
import type { Formats } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { shownCount } from "./shown-count.tsx";

/** What is needed to show a published value. */
export interface Showing {
  readonly levels: PublicIndicator["indicator"]["levels"];
  readonly language: Language;
  readonly f: Formats;
  /** For many answers side by side: a tile for a level, and no parts of a share. */
  readonly compact: boolean;
}

/** How one type of published value is shown in a cell: figure or words. What a report says is put into words by `words-of-values.ts`. */
interface ValueCell<T extends ValueType> {
  readonly cell: (value: PublishedValueOf<T>, showing: Showing) => ReactNode;
  /** Is it a figure, aligned to the right so that digits line up? */
  readonly isFigure: boolean;
}

const cellsOfValues: { readonly [T in ValueType]: ValueCell<T> } = {
  ordinal: {
    isFigure: false,
    cell(value, { levels, language, f, compact }) {
      const label = levels.find(({ level }) => level === value.level)?.label[language];
      return compact ? <LevelTile level={value.level} label={label} /> : `${f.number(value.level)} · ${label ?? ""}`;
    },
  },
  boolean: { isFigure: false, cell: ({ value }) => <YesNoTile yes={value} /> },
  count: { isFigure: true, cell: ({ total }, { f }) => shownCount(total, f) },
  ratio: {
    isFigure: true,
    cell({ numerator, denominator, percent }, { f, compact }) {
      const share = typeof percent === "number" ? f.percent(percent / 100) : shownCount("s", f);
      if (compact) return share;
      return (
        <>
          {share}{" "}
          <span className="small quiet">
            ({shownCount(numerator, f)} / {shownCount(denominator, f)})
          </span>
        </>
      );
    },
  },
  money: { isFigure: true, cell: ({ amountMinor, currency }, { f }) => f.amount(amountMinor, currency) },
  date: { isFigure: false, cell: ({ date }, { f }) => f.shortDate(date) },
  text: { isFigure: false, cell: ({ text }) => text },
};

/** A published value in a cell. */
export function valueCell<T extends ValueType>(value: PublishedValueOf<T>, showing: Showing): ReactNode {
  return cellsOfValues[value.type].cell(value, showing);
}

/** Are these answers figures, aligned to the right so that digits line up? */
export function isFigure(type: ValueType): boolean {
  return cellsOfValues[type].isFigure;
}
