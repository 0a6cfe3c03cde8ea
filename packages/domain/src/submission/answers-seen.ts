import type { IndicatorCode } from "../catalogue/catalogue.ts";

/** The revision of each answer that somebody has on the screen, by indicator. A missing indicator has no answer; this equals revision 0. */
export type AnswerRevisions = Readonly<Record<IndicatorCode, number>>;

/** The revisions of these answers. A cleared answer is kept, so it has a revision too. */
export function revisionsOf(
  answers: readonly { readonly indicatorCode: IndicatorCode; readonly revision: number }[],
): AnswerRevisions {
  return Object.fromEntries(answers.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
}

/** Indicators whose answer was changed, given or cleared since it was seen, ordered by code; empty = none. */
export function answersUnseen(seen: AnswerRevisions, now: AnswerRevisions): readonly IndicatorCode[] {
  const codes = new Set([...Object.keys(seen), ...Object.keys(now)]);
  return [...codes].filter((code) => (seen[code] ?? 0) !== (now[code] ?? 0)).sort();
}
