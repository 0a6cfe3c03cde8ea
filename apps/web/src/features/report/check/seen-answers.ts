import type { AnswersChanged, SavedAnswer } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { type AnswerRevisions, revisionsOf } from "@avances/domain/submission";
import { ApiProblem } from "#lib/api-client.ts";
import type { AnswerEntry } from "../saving/answer-store.ts";

type Entries = ReadonlyMap<IndicatorCode, Pick<AnswerEntry, "queue">>;

/** The answers that a person had on the screen at one moment: the revision of each, and the last revision that came from elsewhere. */
export type SeenAnswers = ReadonlyMap<IndicatorCode, { readonly revision: number; readonly news: number }>;

export function seenAnswers(entries: Entries): SeenAnswers {
  return new Map([...entries].map(([code, { queue }]) => [code, { revision: queue.revision, news: queue.news }]));
}

/** Answers that changed since then outside this page (by others, or in another tab). Saves of this page do not count. */
export function newsSince(seen: SeenAnswers, entries: Entries): readonly IndicatorCode[] {
  return [...entries].flatMap(([code, { queue }]) => ((seen.get(code)?.news ?? 0) === queue.news ? [] : [code]));
}

/** The indicators whose answer, according to the server's refusal, is not the one that was seen; empty for any other outcome. */
export function answersChangedOf(error: unknown): readonly IndicatorCode[] {
  if (!(error instanceof ApiProblem) || error.code !== "answers-changed") return [];
  return (error.problem?.details as AnswersChanged | undefined)?.indicators ?? [];
}

/**
 * The revisions that a person declares who saw these answers: each as it was then, plus what was saved from this page since. An answer
 * that changed elsewhere keeps the revision that was seen, so that the server can say that it is now another. `held` are all answers the
 * server sent, including indicators that the page does not ask.
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
