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

type Revised = Pick<SavedAnswer, "indicatorCode" | "revision">;

/** Of which changes elsewhere the person was told who made them. A change arrives in more than one way, and is said once. */
export function makeTold() {
  const told = new Map<IndicatorCode, number>();
  const arrived = new Map<IndicatorCode, number>();
  const isNew = ({ indicatorCode, revision }: Revised) => revision > (told.get(indicatorCode) ?? 0);
  return {
    /** These stand on the page now, or wait until the cursor has left. */
    arrived(answers: readonly Revised[]): void {
      for (const { indicatorCode, revision } of answers) arrived.set(indicatorCode, revision);
    },
    /** Of those, the ones about which nothing was said. */
    untold: (): readonly IndicatorCode[] =>
      [...arrived].flatMap(([indicatorCode, revision]) => (isNew({ indicatorCode, revision }) ? [indicatorCode] : [])),
    /** Of what was read now the ones to be told about. Those that were asked for are told then, also where nothing came of them any more. */
    tell<T extends Revised>(answers: readonly T[], asked: readonly IndicatorCode[]): readonly T[] {
      const news = answers.filter(isNew);
      for (const { indicatorCode, revision } of news) told.set(indicatorCode, revision);
      for (const code of asked) told.set(code, Math.max(told.get(code) ?? 0, arrived.get(code) ?? 0));
      return news;
    },
  };
}
