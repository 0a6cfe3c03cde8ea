import { type Answers, answeredAs, type Finding } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { AnswerEntry } from "../saving/answer-store.ts";
import { isOpen } from "../saving/answer-store.ts";

/** What the list of answers can be narrowed to; stands in the address. */
export const filters = ["missing", "findings", "questioned", "mine"] as const;
export type Filter = (typeof filters)[number];

/** What decides which answers a filter shows. */
export interface FilterFacts {
  readonly answers: Answers;
  readonly at: ReadonlyMap<IndicatorCode, readonly Finding[]>;
  /** The answers about which the Secretariat asks. */
  readonly questioned: ReadonlySet<IndicatorCode>;
  readonly entries: ReadonlyMap<IndicatorCode, AnswerEntry>;
  /** The name under which this person's answers are saved. */
  readonly name: string;
}

/** Does this answer belong to the filter? `mine`: it was last saved under this person's name. */
export function fitsFilter(filter: Filter, code: IndicatorCode, facts: FilterFacts): boolean {
  switch (filter) {
    case "missing":
      return answeredAs(facts.answers.get(code)) === null;
    case "findings":
      return facts.at.has(code);
    case "questioned":
      return facts.questioned.has(code);
    case "mine":
      return facts.entries.get(code)?.queue.savedBy === facts.name;
  }
}

/** The answers to show: those that fit, and in any case those with something that is not saved. */
export function shownBy(filter: Filter, codes: readonly IndicatorCode[], facts: FilterFacts): readonly IndicatorCode[] {
  return codes.filter((code) => {
    const entry = facts.entries.get(code);
    return fitsFilter(filter, code, facts) || (entry !== undefined && isOpen(entry));
  });
}
