import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import { isCompleteValue } from "@avances/domain/answer";
import type { Catalogue, Indicator, IndicatorCode } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import type { Shelf } from "#lib/shelf.ts";
import { type AnswerDraft, type EvidenceDraft, emptyAnswer } from "./answer-draft.ts";
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
  /** Since when something here is not with the server (milliseconds since 1970, this device); null when nothing is. */
  readonly openSince: number | null;
  /** How the last clash on this page was settled, with both forms, so that one can think again; null when there was none. */
  readonly settled: SettledClash | null;
  /** The sources that the first figure brings with it (`AnswerStoreInput.sourcesOf`); empty once they were declined. */
  readonly sources: readonly EvidenceDraft[];
}

export interface SettledClash {
  readonly mine: AnswerDraft;
  readonly theirs: AnswerDraft;
  readonly chosen: "mine" | "combined" | "reconsidered";
}

/** An act that replaced forms on this page, and can be undone: what each form held before it and after it. */
export interface ReplacingActDone {
  readonly act: ReplacingAct;
  readonly forms: ReadonlyMap<IndicatorCode, { readonly before: AnswerDraft; readonly after: AnswerDraft }>;
}

/** What undoing an act did: the answers that are as before it, and those that were changed since and stay as they are. */
export interface Undone {
  readonly restored: readonly IndicatorCode[];
  readonly kept: readonly IndicatorCode[];
}

export interface ReplacedHere extends Replaced {
  /** Done on this page: undo is offered. What is kept from an earlier visit only waits. */
  readonly isFresh: boolean;
  /** It was undone; undoing again repeats the act. */
  readonly isUndone: boolean;
}

export interface AnswerStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** Only when this answer changes: for what stands there sixty times. */
  readonly subscribeTo: (code: IndicatorCode, listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly entries: () => ReadonlyMap<IndicatorCode, AnswerEntry>;
  /** A key was pressed: the text is kept at once, and saved after two quiet seconds or when the field is left (`commit`). */
  readonly edit: (code: IndicatorCode, change: (draft: AnswerDraft) => AnswerDraft) => void;
  /** Replaces the form by an act and saves at once. What was in the form can be restored (`undo`). */
  readonly replace: (code: IndicatorCode, act: ReplacingAct, change: (draft: AnswerDraft) => AnswerDraft) => void;
  /** The same for many forms as one act, saved together. */
  readonly replaceMany: (
    act: ReplacingAct,
    changes: ReadonlyMap<IndicatorCode, (draft: AnswerDraft) => AnswerDraft>,
  ) => void;
  /** Restores what the last replacing act replaced; a second call repeats the act. Nothing is lost either way. */
  readonly undo: (code: IndicatorCode) => void;
  /** The last act of this page that can still be undone, of one form or many; null when there is none. */
  readonly lastAct: () => ReplacingActDone | null;
  /** Undoes it. Null when there was none. */
  readonly undoLast: () => Undone | null;
  /** The first figure of this answer brings no sources with it. */
  readonly declineSources: (code: IndicatorCode) => void;
  readonly commit: (code: IndicatorCode) => void;
  readonly commitAll: () => void;
  readonly retry: (code?: IndicatorCode) => void;
  /** Where what was typed is until the server has it. */
  readonly keptIn: (code: IndicatorCode) => ReturnType<Shelf["keptIn"]>;
  /** Sends what an earlier visit left, in the order in which it was begun. */
  readonly sendKept: () => Promise<void>;
  /** Sends what waits for a connection, in that order, until one cannot be sent. */
  readonly sendWaiting: () => Promise<void>;
  readonly keepMine: (code: IndicatorCode) => void;
  readonly takeTheirs: (code: IndicatorCode) => void;
  /** Settles a clash part by part: each key of the form (`comment`, `evidence` too) as its side has it, all others as typed here. */
  readonly combine: (code: IndicatorCode, choices: ReadonlyMap<string, "mine" | "theirs">) => void;
  /** After a clash was settled: this side after all. What stands in the form can be restored (`undo`). */
  readonly reconsider: (code: IndicatorCode, side: "mine" | "theirs") => void;
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
  /** Sends many answers at once: the server saves all of them or none. */
  readonly sendMany: (answers: readonly AnswerToSend[]) => Promise<readonly SavedAnswer[]>;
  /** References that come with the first whole value of an answer that has none (`proposedEvidence`). */
  readonly sourcesOf: (code: IndicatorCode) => readonly EvidenceDraft[];
  readonly troubleOf: (error: unknown) => SaveTrouble;
}

export interface AnswerToSend {
  readonly code: IndicatorCode;
  readonly input: AnswerInput;
  readonly revision: number;
}

const quietMs = 2_000;
/** As many acts can be undone. */
const mostActs = 50;

/** All answers of one submission on this page. It outlives a change of section, so that nothing typed depends on what is shown. */
export function makeAnswerStore(input: AnswerStoreInput): AnswerStore {
  const { catalogue, indicators, format, currency, send, sendMany, troubleOf, shelf, userId, submissionId } = input;
  const placeOf = (code: string) => ({ userId, kind: "answer", name: `${submissionId}.${code}` }) as const;
  const placeBefore = (code: string) => ({ userId, kind: "before", name: `${submissionId}.${code}` }) as const;
  const listeners = new Set<() => void>();
  const listenersTo = new Map<IndicatorCode, Set<() => void>>();
  /** Changed, and not told yet. */
  const untold = new Set<IndicatorCode>();
  const timers = new Map<IndicatorCode, ReturnType<typeof setTimeout>>();
  const formOf = (indicator: Indicator, answer: AnswerInput) => draftOf(indicator, answer, format, currency);
  let entries: ReadonlyMap<IndicatorCode, AnswerEntry> = startEntries();
  let acts: readonly ReplacingActDone[] = [];
  let isTold = true;

  function startEntries() {
    const known = new Map(input.answers.map((answer) => [answer.indicatorCode, answer]));
    const kept = shelf.readAll(placeOf(""), isKeptDraft);
    const before = shelf.readAll(placeBefore(""), isReplaced);
    // Kept for an indicator that this person is no longer asked: set aside and shown with its text.
    for (const code of kept.keys()) if (!indicators.some((one) => one.code === code)) shelf.setAside(placeOf(code));
    return new Map(
      indicators.map((indicator) => {
        const answer = known.get(indicator.code);
        const started = startQueue(answer ?? emptyAnswer, answer);
        const { draft, base, since = Date.now() } = kept.get(indicator.code) ?? {};
        // Typed over this answer, and not over what others may have saved since.
        const queue =
          base === undefined
            ? started
            : { ...started, saved: toValueFromForm(catalogue, indicator, base, emptyAnswer).input };
        const old = before.get(indicator.code);
        const replaced = old === undefined ? null : { ...old, isFresh: false, isUndone: false };
        const form = draft ?? withValueOf(formOf(indicator, queue.saved), old);
        const entry: AnswerEntry = {
          indicator,
          draft: form,
          faults: {},
          typing: false,
          queue,
          replaced,
          settled: null,
          openSince: null,
          sources: input.sourcesOf(indicator.code),
        };
        const revision = kept.get(indicator.code)?.revision ?? queue.revision;
        // With the older revision the server replies with the conflict, and the person decides.
        return [
          indicator.code,
          draft ? { ...entry, typing: true, openSince: since, queue: { ...queue, revision } } : entry,
        ] as const;
      }),
    );
  }

  function put(next: AnswerEntry): void {
    const { code } = next.indicator;
    const openSince = isOpen(next) ? (next.openSince ?? Date.now()) : null;
    const wasOpen = (entries.get(code)?.openSince ?? null) !== null;
    const entry = { ...next, openSince };
    entries = new Map(entries).set(code, entry);
    if (openSince !== null) {
      const base = formOf(entry.indicator, entry.queue.saved);
      const kept: KeptDraft = { draft: entry.draft, revision: entry.queue.revision, base, since: openSince };
      shelf.keep(placeOf(code), kept);
    } else if (wasOpen) {
      // Only what is kept of this page: the same person may have something unsaved in another tab, which this one knows nothing of.
      shelf.drop(placeOf(code));
    }
    untold.add(code);
    tell();
  }

  function tell(): void {
    if (!isTold) return;
    const codes = [...untold];
    untold.clear();
    for (const code of codes) for (const listener of listenersTo.get(code) ?? []) listener();
    for (const listener of listeners) listener();
  }

  /** Many changes, of which the page is told once. */
  function atOnce(change: () => void): void {
    const before = isTold;
    isTold = false;
    try {
      change();
    } finally {
      isTold = before;
      tell();
    }
  }

  function remember(act: ReplacingAct, forms: ReplacingActDone["forms"]): void {
    if (forms.size > 0) acts = [...acts, { act, forms }].slice(-mostActs);
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

  /** The form replaced and not yet saved; null when there is no such answer. */
  function putReplaced(code: IndicatorCode, act: ReplacingAct, change: (draft: AnswerDraft) => AnswerDraft) {
    const entry = entries.get(code);
    if (!entry) return null;
    const next = hasWork(entry.draft) ? laidBeside(entry, act) : { ...entry, replaced: null };
    const forms = { before: entry.draft, after: change(entry.draft) };
    put({ ...next, draft: forms.after, typing: true });
    return forms;
  }

  function replace(code: IndicatorCode, act: ReplacingAct, change: (draft: AnswerDraft) => AnswerDraft): void {
    const forms = putReplaced(code, act, change);
    if (forms === null) return;
    remember(act, new Map([[code, forms]]));
    commit(code);
  }

  function replaceMany(
    act: ReplacingAct,
    changes: ReadonlyMap<IndicatorCode, (draft: AnswerDraft) => AnswerDraft>,
  ): void {
    atOnce(() => {
      const done = [...changes].flatMap(([code, change]) => {
        const forms = putReplaced(code, act, change);
        return forms === null ? [] : [[code, forms] as const];
      });
      remember(act, new Map(done));
      commitTogether([...changes.keys()]);
    });
  }

  function undo(code: IndicatorCode): void {
    const entry = entries.get(code);
    if (!entry?.replaced) return;
    const { act, draft, isUndone } = entry.replaced;
    // The act is done with one way or the other: what is undone here is not undone again from the list, and what is repeated is new.
    acts = acts.filter(({ forms }) => forms.size > 1 || !isAfter(entry.draft, forms.get(code)));
    if (isUndone) remember(act, new Map([[code, { before: entry.draft, after: draft }]]));
    put({ ...laidBeside(entry, act, !isUndone), draft, typing: true });
    commit(code);
  }

  function undoLast(): Undone | null {
    const last = acts.at(-1);
    if (last === undefined) return null;
    acts = acts.slice(0, -1);
    const codes = [...last.forms.keys()];
    const restored = codes.filter((code) => isAfter(entries.get(code)?.draft, last.forms.get(code)));
    atOnce(() => {
      for (const code of restored) {
        const entry = entries.get(code);
        const before = last.forms.get(code)?.before;
        if (entry && before) put({ ...entry, draft: before, replaced: null, typing: true });
      }
      commitTogether(restored);
    });
    return { restored, kept: codes.filter((code) => !restored.includes(code)) };
  }

  function commit(code: IndicatorCode): void {
    void committed(code);
  }

  /** Resolves when it was sent, or could not be. */
  async function committed(code: IndicatorCode): Promise<void> {
    // The page is told in between: an answer whose denominator follows this one is then saved before it, and not after it.
    if (queueTyped(code)) await pump(code);
  }

  /** What is typed becomes what is wanted. False when nothing was typed. */
  function queueTyped(code: IndicatorCode): boolean {
    clearTimeout(timers.get(code));
    const entry = entries.get(code);
    if (!entry?.typing) return false;
    const linked = linkedIn(entries, entry.indicator);
    const read = (form: AnswerDraft) => toValueFromForm(catalogue, entry.indicator, form, entry.queue.saved, linked);
    const typed = read(entry.draft);
    const draft = withSources(entry, typed.input);
    const { input: wanted, faults } = draft === entry.draft ? typed : read(draft);
    const queue = afterEvent(entry.queue, { type: "wanted", input: wanted });
    put({ ...entry, draft, faults, typing: false, queue });
    return true;
  }

  /** As one request where there are several, so that one press is one act on the server too. */
  function commitTogether(codes: readonly IndicatorCode[]): void {
    for (const code of codes) queueTyped(code);
    const ready = codes.flatMap((code): readonly AnswerToSend[] => {
      const queue = entries.get(code)?.queue;
      const next = queue ? nextToSend(queue) : null;
      return queue === undefined || next === null ? [] : [{ code, input: next, revision: queue.revision }];
    });
    const [only] = ready;
    if (only !== undefined && ready.length === 1) void pump(only.code);
    if (ready.length > 1) void sendTogether(ready);
  }

  async function sendTogether(answers: readonly AnswerToSend[]): Promise<void> {
    for (const { code } of answers) apply(code, { type: "sent" });
    try {
      const saved = await sendMany(answers);
      atOnce(() => {
        for (const answer of saved) {
          apply(answer.indicatorCode, { type: "saved", answer });
          void pump(answer.indicatorCode);
        }
      });
    } catch (error) {
      const trouble = troubleOf(error);
      // One of them is in the way of all: each is sent by itself, and only that one stays behind, with its own reason.
      const isOfOne = trouble.kind === "conflict" || trouble.kind === "refused";
      atOnce(() => {
        for (const { code } of answers) {
          apply(code, { type: "failed", trouble: isOfOne ? { kind: "offline" } : trouble });
          if (isOfOne) apply(code, { type: "retry" });
          void pump(code);
        }
      });
    }
  }

  const byAge = (some: readonly AnswerEntry[]) =>
    [...some]
      .sort((one, other) => (one.openSince ?? 0) - (other.openSince ?? 0))
      .map(({ indicator }) => indicator.code);
  const isOffline = (code: IndicatorCode) => entries.get(code)?.queue.trouble?.kind === "offline";
  let isSendingWaiting = false;

  async function sendKept(): Promise<void> {
    const codes = byAge([...entries.values()].filter(({ typing }) => typing));
    for (const [place, code] of codes.entries()) {
      await committed(code);
      if (!isOffline(code)) continue;
      // Without a connection the order is that of the next try.
      for (const later of codes.slice(place + 1)) commit(later);
      return;
    }
  }

  async function sendWaiting(): Promise<void> {
    if (isSendingWaiting) return;
    isSendingWaiting = true;
    try {
      for (const code of byAge([...entries.values()].filter(({ indicator }) => isOffline(indicator.code)))) {
        apply(code, { type: "retry" });
        await pump(code);
        if (isOffline(code)) return;
      }
    } finally {
      isSendingWaiting = false;
    }
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
      failed(code, troubleOf(error));
    }
    await pump(code);
  }

  function failed(code: IndicatorCode, trouble: SaveTrouble): void {
    const before = entries.get(code)?.queue.news;
    apply(code, { type: "failed", trouble });
    const entry = entries.get(code);
    // Another version stands now, and nobody had typed anything over it.
    if (entry && !entry.typing && entry.queue.news !== before)
      put({ ...entry, draft: formOf(entry.indicator, entry.queue.saved), faults: {} });
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
    put({ ...entry, queue, draft, settled: settledOf(entry, "mine") });
    void pump(code);
  }

  function combine(code: IndicatorCode, choices: ReadonlyMap<string, "mine" | "theirs">): void {
    const entry = entries.get(code);
    const settled = entry && settledOf(entry, "combined");
    if (!entry || !settled) return;
    const queue = afterEvent(entry.queue, { type: "mine-kept" });
    const merged = formOf(entry.indicator, queue.wanted);
    const chosen = (key: "comment" | "evidence") => {
      const side = choices.get(key);
      return side === undefined ? merged : settled[side];
    };
    const [{ comment }, { evidence }] = [chosen("comment"), chosen("evidence")];
    const fields = { ...entry.draft.fields };
    for (const [place, side] of choices)
      if (side === "theirs" && place !== "comment" && place !== "evidence")
        fields[place] = settled.theirs.fields[place] ?? "";
    put({ ...entry, queue, draft: { ...entry.draft, fields, comment, evidence }, settled, typing: true });
    commit(code);
  }

  function settledOf(entry: AnswerEntry, chosen: SettledClash["chosen"]): SettledClash | null {
    const { trouble } = entry.queue;
    if (trouble?.kind !== "conflict") return entry.settled;
    return { mine: entry.draft, theirs: formOf(entry.indicator, trouble.theirs ?? emptyAnswer), chosen };
  }

  function reconsider(code: IndicatorCode, side: "mine" | "theirs"): void {
    const entry = entries.get(code);
    if (!entry?.settled) return;
    const settled = { ...entry.settled, chosen: "reconsidered" as const };
    put({ ...laidBeside(entry, "theirs"), draft: entry.settled[side], settled, typing: true });
    commit(code);
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

  function subscribeTo(code: IndicatorCode, listener: () => void): () => void {
    const mine = listenersTo.get(code) ?? new Set();
    listenersTo.set(code, mine.add(listener));
    return () => mine.delete(listener);
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
    subscribeTo,
    entries: () => entries,
    edit,
    replace,
    replaceMany,
    undo,
    lastAct: () => acts.at(-1) ?? null,
    undoLast,
    declineSources: (code) => {
      const entry = entries.get(code);
      if (entry) put({ ...entry, sources: [] });
    },
    commit,
    commitAll,
    settled,
    retry,
    keptIn: (code) => shelf.keptIn(placeOf(code)),
    sendKept,
    sendWaiting,
    discard,
    keepMine,
    combine,
    reconsider,
    takeTheirs: (code) => {
      const entry = entries.get(code);
      if (entry?.queue.trouble?.kind !== "conflict") return;
      put(laidBeside(entry, "theirs"));
      showSaved(code, { type: "theirs-taken" });
      const after = entries.get(code)?.draft;
      if (after !== undefined) remember("theirs", new Map([[code, { before: entry.draft, after }]]));
    },
    read: (answers) => {
      for (const answer of answers) {
        const entry = entries.get(answer.indicatorCode);
        if (entry && !isOpen(entry)) showSaved(answer.indicatorCode, { type: "read", answer });
      }
    },
  };
}

/** The form with the proposed sources, if this is the first whole value of an answer without any. */
function withSources({ draft, queue, sources }: AnswerEntry, typed: AnswerInput): AnswerDraft {
  const isWhole = ({ value }: AnswerInput) => value !== null && isCompleteValue(value);
  if (sources.length === 0 || draft.evidence.length > 0 || isWhole(queue.wanted) || !isWhole(typed)) return draft;
  return { ...draft, evidence: sources };
}

/** Is the form still as the act left it? Sources that were taken with it do not count. */
function isAfter(draft: AnswerDraft | undefined, forms: { readonly after: AnswerDraft } | undefined): boolean {
  if (draft === undefined || forms === undefined) return false;
  const evidence = forms.after.evidence.length === 0 ? draft.evidence : forms.after.evidence;
  return JSON.stringify(draft) === JSON.stringify({ ...forms.after, evidence });
}

/** Does this form hold something that the server does not? Unreadable text counts. */
export function isOpen(entry: AnswerEntry): boolean {
  return entry.typing || isUnsaved(entry.queue) || Object.keys(entry.faults).length > 0;
}

/** Fills the form with another answer: last round's, or a colleague's. */
export function fillWith(indicator: Indicator, answer: AnswerInput, format: Pick<Formats, "number">, currency: string) {
  return (draft: AnswerDraft): AnswerDraft => ({
    ...draftOf(indicator, answer, format, currency),
    comment: draft.comment,
  });
}
