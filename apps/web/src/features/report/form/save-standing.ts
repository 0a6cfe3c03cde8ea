import type { IndicatorCode } from "@avances/domain/catalogue";
import { type AnswerEntry, isOpen } from "../saving/answer-store.ts";

/** Whether everything on this page is saved. */
export interface SaveStanding {
  /** Being typed or sent. */
  readonly busy: number;
  /** Kept here until there is a connection. */
  readonly waiting: number;
  /** Answers with something that stays unsaved until somebody looks, in the order of the report. */
  readonly failed: readonly IndicatorCode[];
  /** The last time the server confirmed a save of this page; null = not yet. */
  readonly savedAt: string | null;
}

export function saveStanding(entries: ReadonlyMap<IndicatorCode, AnswerEntry>): SaveStanding {
  let [busy, waiting] = [0, 0];
  let savedAt: string | null = null;
  const failed: IndicatorCode[] = [];
  for (const [code, entry] of entries) {
    const { queue, faults, typing } = entry;
    if (queue.savedHere && queue.savedAt !== null && (savedAt === null || queue.savedAt > savedAt))
      savedAt = queue.savedAt;
    if (!isOpen(entry)) continue;
    const isFaulty = Object.keys(faults).length > 0;
    if (queue.trouble?.kind === "offline") waiting += 1;
    else if (queue.trouble !== null || (isFaulty && !typing && queue.sending === null)) failed.push(code);
    else busy += 1;
  }
  return { busy, waiting, failed, savedAt };
}
