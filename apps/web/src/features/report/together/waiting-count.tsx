import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { togetherTexts } from "./together.texts.ts";

/** How many answers wait for a connection, and since when the first of them does; nothing when none waits. */
export function WaitingCount() {
  const t = useTexts(togetherTexts);
  const f = useFormat();
  const waiting = [...useEntries(useStore()).values()].filter(({ queue }) => queue.trouble?.kind === "offline");
  const since = Math.min(...waiting.map(({ openSince }) => openSince ?? Date.now()));
  return waiting.length === 0 ? null : (
    <span>{t.waiting(waiting.length, f.instant(new Date(since).toISOString()))}</span>
  );
}
