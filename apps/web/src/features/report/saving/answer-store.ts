import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import type { Answers } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import { saidAnswers } from "#lib/said-answers.ts";
import type { Shelf } from "#lib/shelf.ts";
import { type AnswerDraft, emptyAnswer } from "./answer-draft.ts";
import { draftOf } from "./draft-of.ts";
import {
  hasWork,
  isKeptDraft,
  isReplaced,
  type KeptDraft,
  type Replaced,
  type ReplacingAct,
  withValueOf,
} from "./kept-drafts.ts";
import { linkedIn } from "./linked-figures.ts";
import {
  afterEvent,
  isUnsaved,
  nextToSend,
  type SaveEvent,
  type SaveQueue,
  type SaveTrouble,
  startQueue,
} from "./save-queue.ts";
import { type FieldFaults, toValueFromForm } from "./to-value-from-form.ts";

/** One indicator on this page: its form, and the state of its saving. */
export interface AnswerEntry {
  readonly indicator: Indicator;
  readonly draft: AnswerDraft;
  readonly faults: FieldFaults;
  /** Typed since the last save was queued. */
  readonly typing: boolean;
  readonly queue: SaveQueue;
  /** What the last replacing act replaced; null when there was none, or the form was empty. */
  readonly replaced: ReplacedHere | null;
}

export interface ReplacedHere extends Replaced {
  /** Done on this page: undo is offered. What is kept from an earlier visit only waits. */
  readonly isFresh: boolean;
  /** It was undone; undoing again repeats the act. */
  readonly isUndone: boolean;
}

export interface AnswerStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly entries: () => ReadonlyMap<IndicatorCode, AnswerEntry>;
  /** A key was pressed: the text is kept at once, and saved after two quiet seconds or when the field is left (`commit`). */
  readonly edit: (code: IndicatorCode, change: (draft: AnswerDraft) => AnswerDraft) => void;
  /** Replaces the form by an act and saves at once. What was in the form can be restored (`undo`). */
  readonly replace: (code: IndicatorCode, act: ReplacingAct, change: (draft: AnswerDraft) => AnswerDraft) => void;
  /** Restores what the last replacing act replaced; a second call repeats the act. Nothing is lost either way. */
  readonly undo: (code: IndicatorCode) => void;
  readonly commit: (code: IndicatorCode) => void;
  readonly commitAll: () => void;
  readonly retry: (code?: IndicatorCode) => void;
  readonly keepMine: (code: IndicatorCode) => void;
  readonly takeTheirs: (code: IndicatorCode) => void;
  /** Drops what was typed: the form shows what the server holds. */
  readonly discard: (code: IndicatorCode) => void;
  /** Takes over the answers when the submission was read again. */
  readonly read: (answers: readonly SavedAnswer[]) => void;
  /** Sends everything typed, and resolves when no save is under way, whether saved or not. */
  readonly settled: () => Promise<void>;
}

export interface AnswerStoreInput {
  readonly userId: string;
  readonly submissionId: string;
  readonly shelf: Shelf;
  readonly catalogue: Catalogue;
  readonly indicators: readonly Indicator[];
  readonly answers: readonly SavedAnswer[];
  readonly format: Pick<Formats, "number">;
  readonly currency: string;
  readonly send: (code: IndicatorCode, input: AnswerInput, revision: number) => Promise<SavedAnswer>;
  readonly troubleOf: (error: unknown) => SaveTrouble;
}

const quietMs = 2_000;

/** All answers of one submission on this page. It outlives a change of section, so that nothing typed depends on what is shown. */
export function makeAnswerStore(input: AnswerStoreInput): AnswerStore {
  const { catalogue, indicators, format, currency, send, troubleOf, shelf, userId, submissionId } = input;
  const placeOf = (code: string) => ({ userId, kind: "answer", name: `${submissionId}.${code}` }) as const;
  const placeBefore = (code: string) => ({ userId, kind: "before", name: `${submissionId}.${code}` }) as const;
  const listeners = new Set<() => void>();
  const timers = new Map<IndicatorCode, ReturnType<typeof setTimeout>>();
  const formOf = (indicator: Indicator, answer: AnswerInput) => draftOf(indicator, answer, format, currency);
  let entries: ReadonlyMap<IndicatorCode, AnswerEntry> = startEntries();

  function startEntries() {
    const known = new Map(input.answers.map((answer) => [answer.indicatorCode, answer]));
    const kept = shelf.readAll(placeOf(""), isKeptDraft);
    const before = shelf.readAll(placeBefore(""), isReplaced);
    // Kept for an indicator that this person is no longer asked: set aside and shown with its text.
    for (const code of kept.keys()) if (!indicators.some((one) => one.code === code)) shelf.setAside(placeOf(code));
    return new Map(
      indicators.map((indicator) => {
        const answer = known.get(indicator.code);
        const queue = startQueue(answer ?? emptyAnswer, answer);
        const draft = kept.get(indicator.code)?.draft;
        const old = before.get(indicator.code);
        const replaced = old === undefined ? null : { ...old, isFresh: false, isUndone: false };
        const form = draft ?? withValueOf(formOf(indicator, queue.saved), old);
        const entry: AnswerEntry = { indicator, draft: form, faults: {}, typing: false, queue, replaced };
        const revision = kept.get(indicator.code)?.revision ?? queue.revision;
        // With the older revision the server replies with the conflict, and the person decides.
        return [indicator.code, draft ? { ...entry, typing: true, queue: { ...queue, revision } } : entry] as const;
      }),
    );
  }

  function put(entry: AnswerEntry): void {
    const { code } = entry.indicator;
    entries = new Map(entries).set(code, entry);
    if (isOpen(entry)) {
      shelf.keep(placeOf(code), { draft: entry.draft, revision: entry.queue.revision } satisfies KeptDraft);
    } else {
      shelf.drop(placeOf(code));
    }
    for (const listener of listeners) listener();
  }

  function apply(code: IndicatorCode, event: SaveEvent): void {
    const entry = entries.get(code);
    if (entry) put({ ...entry, queue: afterEvent(entry.queue, event) });
  }

  function edit(code: IndicatorCode, change: (draft: AnswerDraft) => AnswerDraft): void {
    const entry = entries.get(code);
    if (!entry) return;
    put({ ...entry, draft: change(entry.draft), typing: true });
    clearTimeout(timers.get(code));
    timers.set(
      code,
      setTimeout(() => commit(code), quietMs),
    );
  }

  /** The entry, with the present form remembered for undo. */
  function laidBeside(entry: AnswerEntry, act: ReplacingAct, isUndone = false): AnswerEntry {
    const { draft } = entry;
    shelf.keep(placeBefore(entry.indicator.code), { act, draft } satisfies Replaced);
    return { ...entry, replaced: { act, draft, isFresh: true, isUndone } };
  }

  function replace(code: IndicatorCode, act: ReplacingAct, change: (draft: AnswerDraft) => AnswerDraft): void {
    const entry = entries.get(code);
    if (!entry) return;
    const next = hasWork(entry.draft) ? laidBeside(entry, act) : { ...entry, replaced: null };
    put({ ...next, draft: change(entry.draft), typing: true });
    commit(code);
  }

  function undo(code: IndicatorCode): void {
    const entry = entries.get(code);
    if (!entry?.replaced) return;
    const { act, draft, isUndone } = entry.replaced;
    put({ ...laidBeside(entry, act, !isUndone), draft, typing: true });
    commit(code);
  }

  function commit(code: IndicatorCode): void {
    clearTimeout(timers.get(code));
    const entry = entries.get(code);
    if (!entry?.typing) return;
    const { indicator, draft, queue } = entry;
    const linked = linkedIn(entries, indicator);
    const { input: wanted, faults } = toValueFromForm(catalogue, indicator, draft, queue.saved, linked);
    put({ ...entry, faults, typing: false, queue: afterEvent(entry.queue, { type: "wanted", input: wanted }) });
    void pump(code);
  }

  /** Sends until nothing is left to send: one request per answer at a time. */
  async function pump(code: IndicatorCode): Promise<void> {
    const queue = entries.get(code)?.queue;
    const next = queue ? nextToSend(queue) : null;
    if (!queue || next === null) return;
    apply(code, { type: "sent" });
    try {
      apply(code, { type: "saved", answer: await send(code, next, queue.revision) });
    } catch (error) {
      apply(code, { type: "failed", trouble: troubleOf(error) });
    }
    await pump(code);
  }

  function retry(only?: IndicatorCode): void {
    for (const [code, { queue }] of entries) {
      if (queue.trouble === null || (only !== undefined && only !== code)) continue;
      if (only === undefined && queue.trouble.kind === "refused") continue;
      apply(code, { type: "retry" });
      void pump(code);
    }
  }

  /** The form takes over what the colleague added in other parts of the answer; the typed value stays as typed. */
  function keepMine(code: IndicatorCode): void {
    const entry = entries.get(code);
    if (!entry) return;
    const queue = afterEvent(entry.queue, { type: "mine-kept" });
    const form = formOf(entry.indicator, queue.wanted);
    const isTyped = JSON.stringify(queue.wanted.value) === JSON.stringify(entry.queue.wanted.value);
    const draft = isTyped ? { ...entry.draft, comment: form.comment, evidence: form.evidence } : form;
    put({ ...entry, queue, draft });
    void pump(code);
  }

  /** After "take theirs", and after news from the server, the form shows what is saved. */
  function showSaved(code: IndicatorCode, event: SaveEvent): void {
    const entry = entries.get(code);
    if (!entry) return;
    const queue = afterEvent(entry.queue, event);
    if (queue === entry.queue) return;
    put({ ...entry, queue, draft: formOf(entry.indicator, queue.saved), faults: {}, typing: false });
  }

  function discard(code: IndicatorCode): void {
    const entry = entries.get(code);
    if (!entry || entry.queue.sending !== null) return;
    const queue = { ...entry.queue, wanted: entry.queue.saved, trouble: null };
    put({ ...entry, queue, draft: formOf(entry.indicator, queue.saved), faults: {}, typing: false });
  }

  function commitAll(): void {
    for (const code of entries.keys()) commit(code);
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function settled(): Promise<void> {
    commitAll();
    return new Promise((resolve) => {
      const look = () => {
        if ([...entries.values()].some(({ queue }) => queue.sending !== null)) return;
        stop();
        resolve();
      };
      const stop = subscribe(look);
      look();
    });
  }

  return {
    subscribe,
    entries: () => entries,
    edit,
    replace,
    undo,
    commit,
    commitAll,
    settled,
    retry,
    discard,
    keepMine,
    takeTheirs: (code) => {
      const entry = entries.get(code);
      if (entry?.queue.trouble?.kind !== "conflict") return;
      put(laidBeside(entry, "theirs"));
      showSaved(code, { type: "theirs-taken" });
    },
    read: (answers) => {
      for (const answer of answers) {
        const entry = entries.get(answer.indicatorCode);
        if (entry && !isOpen(entry)) showSaved(answer.indicatorCode, { type: "read", answer });
      }
    },
  };
}

/** Does this form hold something that the server does not? Unreadable text counts. */
export function isOpen(entry: AnswerEntry): boolean {
  return entry.typing || isUnsaved(entry.queue) || Object.keys(entry.faults).length > 0;
}

/** The answers as this page has them, saved or being saved, in the form that the rules read. */
export function answersOf(entries: ReadonlyMap<IndicatorCode, AnswerEntry>): Answers {
  return saidAnswers([...entries].map(([indicatorCode, { queue }]) => ({ ...queue.wanted, indicatorCode })));
}

/** Fills the form with another answer: last round's, or a colleague's. */
export function fillWith(indicator: Indicator, answer: AnswerInput, format: Pick<Formats, "number">, currency: string) {
  return (draft: AnswerDraft): AnswerDraft => ({
    ...draftOf(indicator, answer, format, currency),
    comment: draft.comment,
  });
}
