import { answerMark } from "@avances/charts/series";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { IndicatorRowView } from "#lib/published-queries.ts";
import { ValueState } from "#ui/value-state.tsx";
import { type Showing, valueCell } from "./cells-of-values.tsx";

interface ShownAnswerProps extends Pick<Showing, "levels"> {
  readonly row: IndicatorRowView;
  readonly compact?: boolean | undefined;
}

/** An answer as the public sees it, in a cell: figure or words, or the mark that says why there is none. Never blank. */
export function ShownAnswer({ row, levels, compact = false }: ShownAnswerProps) {
  const f = useFormat();
  const language = useLanguage();
  const mark = answerMark(row);
  if (mark !== null || row.value === null) return <ValueState state={mark ?? "not_reported"} />;
  return valueCell(row.value, { levels, language, f, compact });
}
