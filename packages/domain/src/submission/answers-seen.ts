import type { IndicatorCode } from "../catalogue/catalogue.ts";

/** Which state of each answer somebody has before them: its revision by indicator. An indicator that is missing has no answer, like revision 0. */
export type AnswerRevisions = Readonly<Record<IndicatorCode, number>>;

/** The revisions of these answers. A cleared answer is kept, and has one. */
export function revisionsOf(
  answers: readonly { readonly indicatorCode: IndicatorCode; readonly revision: number }[],
): AnswerRevisions {
  return Object.fromEntries(answers.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
}

/** Indicators whose answer is not the one that was seen: changed, given or cleared since. In the order of their codes; empty = none. */
export function answersUnseen(seen: AnswerRevisions, now: AnswerRevisions): readonly IndicatorCode[] {
  const codes = new Set([...Object.keys(seen), ...Object.keys(now)]);
  return [...codes].filter((code) => (seen[code] ?? 0) !== (now[code] ?? 0)).sort();
}
