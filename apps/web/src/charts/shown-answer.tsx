import { answerMark } from "@avances/charts/series";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { IndicatorRowView, PublicIndicator } from "#lib/published-queries.ts";
import { ValueState } from "#ui/value-state.tsx";
import { LevelTile, YesNoTile } from "./matrix.tsx";

interface ShownAnswerProps {
  readonly row: IndicatorRowView;
  readonly levels: PublicIndicator["indicator"]["levels"];
  /** A tile for a level and no parts of a share, where many answers stand side by side. */
  readonly compact?: boolean | undefined;
}

/** An answer as the public sees it, in a cell: figure or words, or the mark that says why there is none. Never blank. */
export function ShownAnswer({ row, levels, compact = false }: ShownAnswerProps) {
  const f = useFormat();
  const lang = useLanguage();
  const { value } = row;
  const mark = answerMark(row);
  if (mark !== null || value === null) return <ValueState state={mark ?? "not_reported"} />;
  const figure = (one: number | "s") => (one === "s" ? <ValueState state="suppressed" /> : f.number(one, 0));
  switch (value.type) {
    case "ordinal": {
      const label = levels.find(({ level }) => level === value.level)?.label[lang];
      return compact ? <LevelTile level={value.level} label={label} /> : `${f.number(value.level)} · ${label ?? ""}`;
    }
    case "boolean":
      return <YesNoTile yes={value.value} />;
    case "money":
      return f.amount(value.amountMinor, value.currency);
    case "date":
      return f.shortDate(value.date);
    case "text":
      return value.text;
    case "count":
      return figure(value.total);
    case "ratio": {
      const percent = typeof value.percent === "number" ? f.percent(value.percent / 100) : figure("s");
      if (compact) return percent;
      return (
        <>
          {percent}{" "}
          <span className="small quiet">
            ({figure(value.numerator)} / {figure(value.denominator)})
          </span>
        </>
      );
    }
    default:
      return value satisfies never;
  }
}

/** Are these answers figures, which stand to the right, digits under digits? */
export function isFigure(valueType: string): boolean {
  return valueType === "count" || valueType === "ratio" || valueType === "money";
}
