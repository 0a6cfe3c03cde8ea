import { answeredAs } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { useEffect, useRef } from "react";
import { useReportFacts } from "../report-context.ts";
import type { Section } from "../sections.ts";
import type { Filter } from "./filters.ts";
import { holdInView } from "./go-to-answer.ts";
import type { useListActs } from "./use-list-acts.ts";

interface Start {
  readonly section: Section | undefined;
  readonly filter: Filter | undefined;
  readonly shown: readonly IndicatorCode[];
  /** The indicator named in the address. */
  readonly indicator: IndicatorCode | undefined;
  readonly list: ReturnType<typeof useListActs>;
}

/**
 * Where the cursor is when the page is opened: in the answer that the address names, else in the first that is missing. After a change of
 * section it is at the section's heading, unless the way led to an answer in it; never at a link that is gone.
 */
export function useStart({ section, filter, shown, indicator, list }: Start): void {
  const { answers, canEdit, mayEdit, clarification } = useReportFacts();
  const { acts, arrived, landOn } = list;
  const landed = useRef<string | null>(null);
  const here = `${filter ?? ""}/${filter === undefined ? (section?.key ?? "") : ""}/${indicator ?? ""}`;
  useEffect(() => {
    const before = landed.current;
    if (before === here || shown.length === 0) return;
    landed.current = here;
    if (arrived()) return;
    const begin = (code: IndicatorCode, go: (code: IndicatorCode) => void) => {
      go(code);
      holdInView(code);
    };
    if (indicator !== undefined && shown.includes(indicator)) return begin(indicator, acts.open);
    if (before === null) {
      const first = shown.find((code) => mayEdit(code) && answeredAs(answers.get(code)) === null);
      if (canEdit && first !== undefined) return begin(first, landOn);
      // Of a returned report the first question without an answer.
      const { open } = clarification;
      const question = shown.find((code) => open.some(({ indicatorCode }) => indicatorCode === code));
      if (canEdit && question !== undefined) begin(question, acts.open);
      return;
    }
    // The address was only completed (the section of the answer that it named): nobody went anywhere.
    if (before.split("/")[1] === here.split("/")[1] && filter === undefined) return;
    // Whoever narrows the list stays at the filter, and hears how many there are from its link.
    if (filter === undefined) document.getElementById("section-title")?.focus({ preventScroll: true });
  }, [here, shown, indicator, filter, acts, arrived, landOn, answers, canEdit, mayEdit, clarification]);
}
