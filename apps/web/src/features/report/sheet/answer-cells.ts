import {
  type CellDifference,
  type CellPlace,
  type ComputedCell,
  type CountedValue,
  cellDifferences,
  computeCells,
  figuresByPlace,
  isCounted,
  parseCount,
} from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { createContext, use, useMemo } from "react";
import { useReportGround } from "../report-context.ts";
import { totalOnlyKey } from "../saving/answer-draft.ts";
import type { AnswerStore } from "../saving/answer-store.ts";
import { linkedIn } from "../saving/linked-figures.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import type { FieldFault } from "../saving/values/value-form.ts";

/** The figures of one answer while it is written: what was typed, what follows from it, and what stood there in the round before. */
export interface AnswerCells {
  readonly store: AnswerStore;
  readonly indicator: Indicator;
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, FieldFault>>;
  /** Readable typed figures. */
  readonly typed: ReadonlyMap<CellPlace, number>;
  readonly computed: ReadonlyMap<CellPlace, ComputedCell>;
  readonly differences: ReadonlyMap<CellPlace, CellDifference>;
  /** Typed or computed; null while it is blank or unreadable. */
  readonly figure: (place: CellPlace) => number | null;
  /** The figure that the denominator must equal; null when there is none. */
  readonly linked: number | null;
  /** Accepted in the round before; null when blank there. */
  readonly before: (place: CellPlace) => number | null;
  /** Year of the round before, if it has any figure of this answer. */
  readonly beforeYear: number | null;
  readonly isTotalOnly: boolean;
}

export const CellsContext = createContext<AnswerCells | null>(null);

export function useCells(): AnswerCells {
  const cells = use(CellsContext);
  if (cells === null) throw new Error("A cell stands outside its answer");
  return cells;
}

/** Readable figures of a form, by place, and the places whose text cannot be read. */
function typedFigures(fields: Readonly<Record<string, string>>): {
  readonly typed: ReadonlyMap<CellPlace, number>;
  readonly unreadable: ReadonlySet<CellPlace>;
} {
  const typed = new Map<CellPlace, number>();
  const unreadable = new Set<CellPlace>();
  for (const [place, text] of Object.entries(fields)) {
    if (place === totalOnlyKey) continue;
    const parsed = parseCount(text);
    if (parsed.kind === "number") typed.set(place, parsed.value);
    else if (parsed.kind !== "empty") unreadable.add(place);
  }
  return { typed, unreadable };
}

export function useAnswerCells(indicator: Indicator): AnswerCells {
  const { catalogue, previous, view } = useReportGround();
  const { store, entry } = useEntry(indicator.code);
  const { fields } = entry.draft;
  const saved = entry.queue.saved.value;
  const link = linkedIn(store.entries(), indicator);
  const linked = link === undefined ? keptLink(saved) : link;
  const valueBefore = previous.get(indicator.code)?.value;
  const before = useMemo(() => (isCounted(valueBefore) ? figuresByPlace(valueBefore) : null), [valueBefore]);
  const isTotalOnly = fields[totalOnlyKey] === "yes";
  const made = useMemo(() => {
    const { typed, unreadable } = typedFigures(fields);
    const input = { catalogue, indicator, typed, unreadable, linked, totalOnly: isTotalOnly };
    return {
      typed,
      computed: computeCells(input),
      differences: new Map(cellDifferences(input).map((difference) => [difference.place, difference])),
    };
  }, [catalogue, indicator, fields, linked, isTotalOnly]);
  return {
    store,
    indicator,
    fields,
    faults: entry.faults,
    ...made,
    figure: (place) => made.typed.get(place) ?? made.computed.get(place)?.figure ?? null,
    linked,
    before: (place) => before?.get(place) ?? null,
    beforeYear: before === null ? null : view.previous.year,
    isTotalOnly,
  };
}

/** Where this page does not have the other answer, the denominator stays what it was computed as. */
function keptLink(saved: { readonly type: string } | null): number | null {
  const value = saved as CountedValue | null;
  return value?.type === "ratio" && value.computed?.denominator === "equal" ? value.denominator : null;
}
