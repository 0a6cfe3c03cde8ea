import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import { isCounted, typedPart } from "@avances/domain/answer";
import { emptyAnswer } from "./answer-draft.ts";
import { plainAnswer, sameAnswer } from "./to-value-from-form.ts";

/** Why the last save failed. In every case the text is still here. */
export type SaveTrouble =
  /** No connection (or a server that says "not now"): tried again automatically. */
  | { readonly kind: "offline" }
  /** The session ended: tried again after signing in. */
  | { readonly kind: "signed-out" }
  /** Somebody else has signed in in another tab: tried again when the person of this page is back. */
  | { readonly kind: "other-person" }
  /** The server said no; `code` is its problem code. */
  | { readonly kind: "refused"; readonly code: string }
  /** It was saved elsewhere in between. `theirs` is null when the answer is gone. `isOwn`: by this person, in another tab or browser. */
  | { readonly kind: "conflict"; readonly theirs: SavedAnswer | null; readonly isOwn?: boolean };

/**
 * Saves one answer: one request at a time, in order. A later edit waits for the earlier save and is sent with the revision that
 * came back. Nothing counts as saved before the server has said so.
 */
export interface SaveQueue {
  /** What the server holds, as far as this page knows. */
  readonly saved: AnswerInput;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  /** What this page wants to be saved. */
  readonly wanted: AnswerInput;
  /** What is being sent, or null. */
  readonly sending: AnswerInput | null;
  readonly trouble: SaveTrouble | null;
  /** Something was saved since the page was opened. */
  readonly savedHere: boolean;
  /** The last revision that came from elsewhere without being asked for; 0 = none. What is saved or decided here does not count. */
  readonly news: number;
}

export type SaveEvent =
  | { readonly type: "wanted"; readonly input: AnswerInput }
  | { readonly type: "sent" }
  | { readonly type: "saved"; readonly answer: SavedAnswer }
  | { readonly type: "failed"; readonly trouble: SaveTrouble }
  | { readonly type: "retry" }
  | { readonly type: "mine-kept" }
  | { readonly type: "theirs-taken" }
  /** The page read the submission again. */
  | { readonly type: "read"; readonly answer: SavedAnswer };

export function startQueue(saved: AnswerInput, known?: SavedAnswer): SaveQueue {
  return {
    saved,
    revision: known?.revision ?? 0,
    savedAt: known?.updatedAt ?? null,
    savedBy: known?.updatedByName ?? null,
    wanted: saved,
    sending: null,
    trouble: null,
    savedHere: false,
    news: 0,
  };
}

/** Is anything here not confirmed by the server? Asked of all answers at every key, so each queue (which never changes) is compared once. */
export function isUnsaved(queue: SaveQueue): boolean {
  const known = unsaved.get(queue);
  if (known !== undefined) return known;
  const found = queue.sending !== null || queue.trouble !== null || !sameAnswer(queue.wanted, queue.saved);
  unsaved.set(queue, found);
  return found;
}
const unsaved = new WeakMap<SaveQueue, boolean>();

/** What to send now, or null: one request at a time, and none while a failure waits for a decision or a retry. */
export function nextToSend(queue: SaveQueue): AnswerInput | null {
  if (queue.sending !== null || queue.trouble !== null) return null;
  return sameAnswer(queue.wanted, queue.saved) ? null : queue.wanted;
}

export function afterEvent(queue: SaveQueue, event: SaveEvent): SaveQueue {
  switch (event.type) {
    case "wanted":
      return wanted(queue, event.input);
    case "sent":
      return { ...queue, sending: queue.wanted };
    case "saved":
      return { ...held(queue, event.answer), sending: null, trouble: null, savedHere: true };
    case "failed":
      return failed(queue, event.trouble);
    case "retry":
      return queue.trouble?.kind === "conflict" ? queue : { ...queue, trouble: null };
    case "mine-kept": {
      if (queue.trouble?.kind !== "conflict") return queue;
      const { theirs } = queue.trouble;
      return { ...resolved(queue), wanted: theirs === null ? queue.wanted : mineOver(queue, theirs) };
    }
    case "theirs-taken": {
      const next = resolved(queue);
      return { ...next, wanted: next.saved };
    }
    case "read":
      return read(queue, event.answer);
  }
}

/** A refused answer that was changed is tried again; other failures wait for what resolves them. */
function wanted(queue: SaveQueue, input: AnswerInput): SaveQueue {
  if (sameAnswer(queue.wanted, input)) return queue;
  return { ...queue, wanted: input, trouble: queue.trouble?.kind === "refused" ? null : queue.trouble };
}

/** My changes applied over theirs, part by part: what I did not touch stays as the colleague has it, so that keeping a number loses no evidence. */
function mineOver({ saved, wanted: mine }: SaveQueue, theirs: AnswerInput): AnswerInput {
  const bare = ({ state, value, reason }: AnswerInput) => ({ state, value, reason, comment: "", evidence: [] });
  const evidence = (answer: AnswerInput) => ({ ...bare(mine), evidence: answer.evidence });
  return {
    ...bare(sameAnswer(bare(mine), bare(saved)) ? theirs : mine),
    comment: mine.comment === saved.comment ? theirs.comment : mine.comment,
    evidence: sameAnswer(evidence(mine), evidence(saved)) ? theirs.evidence : mine.evidence,
  };
}

/** A conflict with our own earlier save is not a conflict: the save had arrived, only its reply was lost. */
function failed(queue: SaveQueue, trouble: SaveTrouble): SaveQueue {
  const theirs = trouble.kind === "conflict" ? trouble.theirs : null;
  if (theirs !== null && queue.sending !== null && sameAnswer(theirs, queue.sending)) {
    return { ...held(queue, theirs), sending: null, trouble: null, savedHere: true };
  }
  if (theirs !== null && onlyFollows(queue)) {
    const next = held(queue, theirs);
    return { ...next, wanted: next.saved, sending: null, trouble: null, savedHere: false, news: theirs.revision };
  }
  return { ...queue, sending: null, trouble };
}

/**
 * Is what was to be saved here only what follows from other figures? Then there are not two versions between which somebody has to choose: the
 * other one stands, and what follows from it is computed anew.
 */
function onlyFollows({ saved, sending, wanted }: SaveQueue): boolean {
  const before = asTyped(saved);
  return sending !== null && sameAnswer(asTyped(sending), before) && sameAnswer(asTyped(wanted), before);
}

function asTyped(answer: AnswerInput): AnswerInput {
  const { value } = answer;
  return value !== null && isCounted(value) ? { ...answer, value: typedPart(value) } : answer;
}

function held(queue: SaveQueue, answer: SavedAnswer): SaveQueue {
  const { revision, updatedAt, updatedByName } = answer;
  return { ...queue, saved: plainAnswer(answer), revision, savedAt: updatedAt, savedBy: updatedByName };
}

function resolved(queue: SaveQueue): SaveQueue {
  if (queue.trouble?.kind !== "conflict") return queue;
  const { theirs } = queue.trouble;
  const gone = { ...queue, saved: emptyAnswer, revision: 0, savedAt: null, savedBy: null };
  return { ...(theirs === null ? gone : held(queue, theirs)), trouble: null };
}

/** News from the server is applied only if nothing here is unsaved: what somebody is writing never changes under the cursor. */
function read(queue: SaveQueue, answer: SavedAnswer): SaveQueue {
  if (isUnsaved(queue) || answer.revision <= queue.revision) return queue;
  const next = held(queue, answer);
  // What now stands there was not saved from here, so the page names who saved it.
  return { ...next, wanted: next.saved, savedHere: false, news: answer.revision };
}
