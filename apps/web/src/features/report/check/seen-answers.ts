import type { AnswersChanged, SavedAnswer } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { type AnswerRevisions, revisionsOf } from "@avances/domain/submission";
import { ApiProblem } from "#lib/api-client.ts";
import type { AnswerEntry } from "../saving/answer-store.ts";

type Entries = ReadonlyMap<IndicatorCode, Pick<AnswerEntry, "queue">>;

/** The answers that a person had before them at one moment: which state of each, and what had come to it as news. */
export type SeenAnswers = ReadonlyMap<IndicatorCode, { readonly revision: number; readonly news: number }>;

export function seenAnswers(entries: Entries): SeenAnswers {
  return new Map([...entries].map(([code, { queue }]) => [code, { revision: queue.revision, news: queue.news }]));
}

/** Answers that others, or the person elsewhere, changed under the page since then. Own saves of this page are no news. */
export function newsSince(seen: SeenAnswers, entries: Entries): readonly IndicatorCode[] {
  return [...entries].flatMap(([code, { queue }]) => ((seen.get(code)?.news ?? 0) === queue.news ? [] : [code]));
}

/** Of which indicators the server says, refusing, that the answer is not the one that was seen; empty for any other outcome. */
export function answersChangedOf(error: unknown): readonly IndicatorCode[] {
  if (!(error instanceof ApiProblem) || error.code !== "answers-changed") return [];
  return (error.problem?.details as AnswersChanged | undefined)?.indicators ?? [];
}

/**
 * What the person stands by who saw these answers: each as it was then, with what was saved from this page on top. An answer that
 * changed under the page stays as it was seen, so that the server can say that it is another one now. `held` are all that the server told
 * of; some may belong to indicators that the page does not ask.
 */
export function revisionsStoodBy(
  seen: SeenAnswers,
  entries: Entries,
  held: readonly Pick<SavedAnswer, "indicatorCode" | "revision">[],
): AnswerRevisions {
  const isNews = new Set(newsSince(seen, entries));
  const here = [...entries].map(([indicatorCode, { queue }]) => ({
    indicatorCode,
    revision: isNews.has(indicatorCode) ? (seen.get(indicatorCode)?.revision ?? 0) : queue.revision,
  }));
  return revisionsOf(
    [...held.filter(({ indicatorCode }) => !entries.has(indicatorCode)), ...here].filter(
      ({ revision }) => revision > 0,
    ),
  );
}
