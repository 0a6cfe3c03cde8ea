import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import { proposedEvidence } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { createContext, use, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { ApiProblem } from "#lib/api-client.ts";
import { onFlush } from "#lib/flush.ts";
import { useFormat } from "#lib/format.ts";
import { pagePerson } from "#lib/page-person.ts";
import { saidAnswers } from "#lib/said-answers.ts";
import { shelf } from "#lib/shelf.ts";
import { useSendAnswer, useSendAnswers } from "../submission-queries.ts";
import { useTogether } from "../together/use-together.ts";
import { type AnswerEntry, type AnswerStore, isOpen, makeAnswerStore, type ReplacingActDone } from "./answer-store.ts";
import type { SaveTrouble } from "./save-queue.ts";

/** Stores outlive their page: going to the check and back loses neither text nor a save under way. */
const stores = new Map<string, AnswerStore>();

interface Report {
  readonly userId: string;
  readonly view: SubmissionView;
  readonly catalogue: Catalogue;
  readonly indicators: readonly Indicator[];
  readonly currency: string;
}

/** Whoever is asked for other answers than before, even for as many, has another store; what the earlier one did not send stays on the shelf. */
export function storeKey(userId: string, submissionId: string, indicators: readonly Pick<Indicator, "code">[]): string {
  return `${userId}/${submissionId}/${indicators.map(({ code }) => code).join()}`;
}

/** The answers of this report on this page. Keeps them up to date, retries when the connection is back, and warns before losing any. */
export function useAnswerStore({ userId, view, catalogue, indicators, currency }: Report): AnswerStore {
  const format = useFormat();
  const submissionId = view.submission.id;
  const send = useSendAnswer(submissionId, userId);
  const sendMany = useSendAnswers(submissionId, userId);
  const key = storeKey(userId, submissionId, indicators);
  let store = stores.get(key);
  if (store === undefined) {
    store = makeAnswerStore({
      userId,
      submissionId,
      shelf,
      catalogue,
      indicators,
      answers: view.answers,
      format,
      currency,
      send,
      sendMany,
      sourcesOf: sourcesFrom(view, indicators),
      troubleOf,
    });
    stores.set(key, store);
    onFlush(store.settled);
  }
  const kept = store;

  useTogether({ userId, view, store: kept });
  useEffect(() => {
    // What an earlier visit left on this computer is sent first.
    void kept.sendKept();
    kept.retry();
    const warn = (event: BeforeUnloadEvent) => {
      // A person who has signed out has decided what happens to it.
      if (pagePerson.now().person?.id !== userId) return;
      kept.commitAll();
      if ([...kept.entries().values()].some(isOpen)) event.preventDefault();
    };
    const retryOffline = () => void kept.sendWaiting();
    // The person of the page is back: what waited for that is sent.
    const stopWatching = pagePerson.subscribe((now, before) => {
      if (now.person?.id === userId && now.standing.kind === "same" && before.standing.kind !== "same") kept.retry();
    });
    const timer = setInterval(retryOffline, 10_000);
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", retryOffline);
    return () => {
      kept.commitAll();
      stopWatching();
      clearInterval(timer);
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", retryOffline);
    };
  }, [kept, userId]);
  return kept;
}

/** Of an indicator: the sources of last round's figure, as the form writes them. */
function sourcesFrom({ previous }: SubmissionView, indicators: readonly Indicator[]) {
  const before = saidAnswers(previous.answers);
  const sources = new Map(
    indicators.map((indicator) => {
      const proposed = proposedEvidence(indicator, before.get(indicator.code));
      return [indicator.code, proposed.map(({ title, url }) => ({ title, url: url ?? "", locator: "" }))];
    }),
  );
  return (code: IndicatorCode) => sources.get(code) ?? [];
}

/** What a refusal of the API means for the answer. */
function troubleOf(error: unknown): SaveTrouble {
  if (!(error instanceof ApiProblem)) return { kind: "refused", code: "unexpected" };
  if (error.status === 0 || error.status === 503 || error.status === 429) return { kind: "offline" };
  if (error.status === 401) return { kind: "signed-out" };
  if (error.code === "other-person") return { kind: "other-person" };
  if (error.code === "revision-stale") {
    const { current = null, byReader } = error.problem?.details ?? {};
    return { kind: "conflict", theirs: current as SavedAnswer | null, isOwn: byReader === true };
  }
  return { kind: "refused", code: error.code };
}

export function useEntries(store: AnswerStore): ReadonlyMap<IndicatorCode, AnswerEntry> {
  return useSyncExternalStore(store.subscribe, store.entries);
}

export const AnswerStoreContext = createContext<AnswerStore | null>(null);

export function useStore(): AnswerStore {
  const store = use(AnswerStoreContext);
  if (store === null) throw new Error("An answer stands outside its report");
  return store;
}

/** The last act that can be undone; the same object until there is another. */
export function useLastAct(store: AnswerStore): ReplacingActDone | null {
  return useSyncExternalStore(store.subscribe, store.lastAct);
}

/** The same function as long as store and answer are the same. */
function useSubscribe({ subscribeTo }: AnswerStore, code: IndicatorCode) {
  return useCallback((listener: () => void) => subscribeTo(code, listener), [subscribeTo, code]);
}

/** The form of one indicator and what can be done with it. */
export function useEntry(code: IndicatorCode) {
  const store = useStore();
  const entry = useSyncExternalStore(useSubscribe(store, code), () => store.entries().get(code));
  if (entry === undefined) throw new Error(`No indicator ${code} in this report`);
  return { store, entry };
}

/** A part of it, for what need not be drawn again when something else in the form changes: `pick` returns the same while that is the same. */
export function useEntryPart<T>(code: IndicatorCode, pick: (entry: AnswerEntry) => T): T {
  const store = useStore();
  return useSyncExternalStore(useSubscribe(store, code), () => {
    const entry = store.entries().get(code);
    if (entry === undefined) throw new Error(`No indicator ${code} in this report`);
    return pick(entry);
  });
}

/** What `pick` makes of all forms; the same object until it makes something else, so that a key draws only what changes with it. */
export function useEntriesPart<T>(
  pick: (entries: ReadonlyMap<IndicatorCode, AnswerEntry>) => T,
  isSame: (one: T, other: T) => boolean,
): T {
  const store = useStore();
  const last = useRef<{ readonly of: unknown; readonly by: unknown; readonly made: T } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const entries = store.entries();
    const before = last.current;
    if (before !== null && before.of === entries && before.by === pick) return before.made;
    const made = pick(entries);
    const kept = before !== null && isSame(before.made, made) ? before.made : made;
    last.current = { of: entries, by: pick, made: kept };
    return kept;
  });
}
