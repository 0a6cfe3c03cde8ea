import type { SavedAnswer } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { AnswerEntry } from "../saving/answer-store.ts";

type Entries = ReadonlyMap<IndicatorCode, Pick<AnswerEntry, "queue">>;

/**
 * The answers to read anew, when the server says which revisions they have now: those that this page has older. One that is being sent
 * from here is left out, because the reply to it says what became of it.
 */
export function toReadAnew(told: Readonly<Record<IndicatorCode, number>>, entries: Entries): readonly IndicatorCode[] {
  return Object.entries(told).flatMap(([code, revision]) => {
    const queue = entries.get(code)?.queue;
    return queue !== undefined && queue.sending === null && revision > queue.revision ? [code] : [];
  });
}

/** Whose change it was: for the reader the own other tab is nobody else. */
export interface Change {
  readonly by: string;
  readonly isOwn: boolean;
  readonly codes: readonly IndicatorCode[];
}

/** Changes by person, in the order of their first answer. */
export function changesBy(answers: readonly SavedAnswer[], byReader: readonly IndicatorCode[]): readonly Change[] {
  const changes = new Map<string, { by: string; isOwn: boolean; codes: IndicatorCode[] }>();
  for (const { indicatorCode, updatedByName: by } of answers) {
    const isOwn = byReader.includes(indicatorCode);
    const key = `${isOwn} ${by}`;
    const change = changes.get(key) ?? { by, isOwn, codes: [] };
    changes.set(key, change);
    change.codes.push(indicatorCode);
  }
  return [...changes.values()];
}
