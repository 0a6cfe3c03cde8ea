import { linkedFigureOf, readLinkedFigure } from "@avances/domain/answer";
import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { useEffect, useRef } from "react";
import { saidAnswers } from "#lib/said-answers.ts";
import type { AnswerEntry, AnswerStore } from "./answer-store.ts";

/**
 * The figure of another answer that this indicator's denominator must equal, as this page has it. Null when there is no such rule, or the
 * figure is blank; undefined when this page does not have that answer (a contributor who is asked only for the other one).
 */
export function linkedIn(
  entries: ReadonlyMap<IndicatorCode, Pick<AnswerEntry, "queue">>,
  indicator: Indicator,
): number | null | undefined {
  const link = linkedFigureOf(indicator);
  if (link === null) return null;
  const source = entries.get(link.code);
  if (source === undefined) return undefined;
  return readLinkedFigure(link, saidAnswers([{ ...source.queue.wanted, indicatorCode: link.code }]));
}

/** A linked denominator that nobody typed and that is no longer the other answer's figure: the codes, with that figure. */
function staleLinks(
  entries: ReadonlyMap<IndicatorCode, AnswerEntry>,
  mayEdit: (code: IndicatorCode) => boolean,
): readonly { readonly code: IndicatorCode; readonly linked: number | null }[] {
  return [...entries.values()].flatMap(({ indicator, draft, queue, typing }) => {
    const { code } = indicator;
    const { value } = queue.wanted;
    // An answer that somebody is writing, or that waits for a decision, is saved with the present figure then.
    if (value?.type !== "ratio" || typing || queue.trouble !== null || (draft.fields.denominator ?? "").trim() !== "")
      return [];
    const linked = linkedIn(entries, indicator);
    if (linked === undefined || linked === value.denominator || linkedFigureOf(indicator) === null || !mayEdit(code))
      return [];
    return [{ code, linked }];
  });
}

/**
 * Saves an answer again when the figure that its denominator follows has changed, here or on the page of a colleague. When nobody who may
 * edit it has the report open, the rule of the catalogue says at the check that the two differ.
 */
export function useFollowLinked(store: AnswerStore, mayEdit: (code: IndicatorCode) => boolean): void {
  // Each figure is taken once: an answer that cannot take it is not tried for ever.
  const tried = useRef(new Map<IndicatorCode, number | null>());
  useEffect(() => {
    let isAtIt = false;
    const follow = () => {
      // What is saved here is heard here too.
      if (isAtIt) return;
      isAtIt = true;
      try {
        for (const { code, linked } of staleLinks(store.entries(), mayEdit)) {
          if (tried.current.has(code) && tried.current.get(code) === linked) continue;
          tried.current.set(code, linked);
          store.edit(code, (draft) => ({ ...draft }));
          store.commit(code);
        }
      } finally {
        isAtIt = false;
      }
    };
    follow();
    return store.subscribe(follow);
  }, [store, mayEdit]);
}
